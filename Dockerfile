# The bot alone; PostgreSQL and Chroma are services of their own in docker-compose.yml.
FROM python:3.11-slim AS build
WORKDIR /app
COPY pyproject.toml constraints.txt README.md LICENSE ./
COPY bot bot
COPY retrieval retrieval
RUN python -m venv /venv \
 && /venv/bin/pip install --no-cache-dir -c constraints.txt torch \
 && /venv/bin/pip install --no-cache-dir -c constraints.txt onnxscript . \
 && /venv/bin/python -m retrieval.adapters.export

FROM python:3.11-slim
# Letters beyond ASCII's in pictures.
RUN apt-get update && apt-get install -y --no-install-recommends fonts-dejavu-core \
 && rm -rf /var/lib/apt/lists/*
COPY --from=build /venv /venv
COPY seeds /app/seeds
WORKDIR /app
ENV PATH=/venv/bin:$PATH HF_HUB_OFFLINE=1 ROLECALL_HOME=/data ROLECALL_HOST=0.0.0.0
RUN useradd --create-home rolecall && mkdir /data && chown rolecall /data
USER rolecall
VOLUME /data
EXPOSE 8000
CMD ["rolecall", "run"]
