"""The rules of the product: values and pure functions, standard library only, no I/O, no clock."""
