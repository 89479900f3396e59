FROM python:3.11-slim
WORKDIR /app
COPY requirements.lock pyproject.toml README.md ./
# The lock also holds what the checks use; the image is built once and one list is easier to trust than two.
RUN python -m venv .venv \
    && .venv/bin/python -m pip install --no-cache-dir torch==2.13.0 \
    && .venv/bin/python -m pip install --no-cache-dir --requirement requirements.lock
COPY . .
RUN .venv/bin/python -m pip install --no-cache-dir --no-deps --no-build-isolation --editable . \
    && .venv/bin/tracuu setup \
    && useradd --system --no-create-home tracuu \
    && install --directory --owner tracuu /data
USER tracuu
EXPOSE 8000
CMD [".venv/bin/tracuu", "serve"]
