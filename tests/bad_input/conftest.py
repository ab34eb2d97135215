"""One office for all tests of this folder: opening the product takes a second."""

from collections.abc import Iterator

import pytest

from tests.bad_input.office import Office, app_in


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    app = app_in(tmp_path_factory.mktemp("office"))
    yield Office(app)
    app.close()
