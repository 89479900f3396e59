FROM python:3.11-slim
WORKDIR /app
# What scans and old Word files need.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends libreoffice-writer-nogui tesseract-ocr tesseract-ocr-vie \
    && rm -rf /var/lib/apt/lists/*
COPY requirements.lock pyproject.toml README.md ./
# The lock also holds what the checks use; the image is built once and one list is easier to trust than two.
RUN python -m venv .venv \
    && .venv/bin/python -m pip install --no-cache-dir torch==2.13.0 \
    && .venv/bin/python -m pip install --no-cache-dir --requirement requirements.lock
COPY . .
RUN .venv/bin/python -m pip install --no-cache-dir --no-deps --no-build-isolation --editable . \
    && useradd --system --create-home tracuu \
    && install --directory --owner tracuu /data models
# The model is made by the user who reads it: its files are readable by their owner only.
USER tracuu
RUN .venv/bin/tracuu setup
EXPOSE 8000
CMD [".venv/bin/tracuu", "serve"]
