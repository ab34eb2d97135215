"""Prometheus' text format, version 0.0.4, written from OpenTelemetry's metrics. Pure.

https://prometheus.io/docs/instrumenting/exposition_formats/ is the source of the rules here.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate
from typing import Any

from opentelemetry.sdk.metrics.export import Histogram, HistogramDataPoint, Metric, Sum

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"

_ESCAPES = str.maketrans({"\\": r"\\", "\n": r"\n", '"': r"\""})
_HELP_ESCAPES = str.maketrans({"\\": r"\\", "\n": r"\n"})


def exposed(metrics: Iterable[Metric]) -> str:
    """The page that Prometheus reads; a counter's name ends in `_total` by its conventions."""
    return "".join(f"{line}\n" for metric in metrics for line in _lines(metric))


def _lines(metric: Metric) -> Iterator[str]:
    kind = _kind(metric)
    name = f"{metric.name}_total" if kind == "counter" else metric.name
    yield f"# HELP {name} {(metric.description or '').translate(_HELP_ESCAPES)}"
    yield f"# TYPE {name} {kind}"
    for point in metric.data.data_points:
        labels = dict(point.attributes or {})
        if isinstance(point, HistogramDataPoint):
            yield from _histogram(name, labels, point)
        elif not hasattr(point, "value"):
            raise TypeError(f"{name} is of a kind that is not written: {type(point).__name__}")
        else:
            yield f"{name}{_labelled(labels)} {_number(point.value)}"


def _kind(metric: Metric) -> str:
    if isinstance(metric.data, Histogram):
        return "histogram"
    return "counter" if isinstance(metric.data, Sum) and metric.data.is_monotonic else "gauge"


def _histogram(name: str, labels: Mapping[str, Any], point: HistogramDataPoint) -> Iterator[str]:
    """A bucket counts everything up to its bound, those below it included."""
    bounds = [*(_number(bound) for bound in point.explicit_bounds), "+Inf"]
    for bound, below in zip(bounds, accumulate(point.bucket_counts), strict=True):
        yield f"{name}_bucket{_labelled({**labels, 'le': bound})} {below}"
    yield f"{name}_sum{_labelled(labels)} {_number(point.sum)}"
    yield f"{name}_count{_labelled(labels)} {point.count}"


def _labelled(labels: Mapping[str, Any]) -> str:
    if not labels:
        return ""
    written = (f'{name}="{str(value).translate(_ESCAPES)}"' for name, value in labels.items())
    return "{" + ",".join(written) + "}"


def _number(value: float) -> str:
    return repr(int(value)) if float(value).is_integer() else repr(float(value))
