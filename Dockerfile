# One image for the web server, the worker, beat and the migrations; docker-compose.yml says which is which.
FROM python:3.11-slim-bookworm

ENV PYTHONUNBUFFERED=1 \
    PIP_NO_CACHE_DIR=1 \
    PIP_DISABLE_PIP_VERSION_CHECK=1 \
    XDG_CACHE_HOME=/tmp/cache

# Pango sets the type of the PDFs; LibreOffice turns papers that come as Word documents into PDFs.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 libreoffice-writer-nogui \
    && rm -rf /var/lib/apt/lists/*

RUN useradd --system --uid 10001 --home-dir /nonexistent --shell /usr/sbin/nologin opcc \
    && install --directory --owner=opcc --group=opcc --mode=0700 /var/lib/opcc/documents

WORKDIR /srv/opcc
COPY requirements/base.txt requirements/base.txt
RUN pip install --require-hashes --requirement requirements/base.txt

COPY . .
# The settings want their secrets even to collect static files; these are for this one command and stay nowhere.
RUN SECRET_KEY=only-to-collect-static-files ALLOWED_HOSTS=localhost \
    DATABASE_URL=postgres://nobody@localhost/none REDIS_URL=redis://localhost/0 \
    python manage.py collectstatic --noinput

USER opcc
EXPOSE 8000
# A page of the site, asked for as the proxy in front asks; 301 is the redirect to https where no proxy is believed.
HEALTHCHECK --interval=30s --timeout=10s --start-period=30s \
    CMD ["python", "-c", "import http.client as h, os, sys; c = h.HTTPConnection('127.0.0.1', 8000, timeout=8); c.request('GET', '/', headers={'Host': os.environ['ALLOWED_HOSTS'].split(',')[0].lstrip('.'), 'X-Forwarded-Proto': 'https'}); sys.exit(c.getresponse().status not in (200, 301))"]

CMD ["gunicorn", "opcc.wsgi", "--bind", "0.0.0.0:8000", "--worker-class", "gthread", "--workers", "2", "--threads", "4", "--worker-tmp-dir", "/dev/shm", "--no-control-socket", "--graceful-timeout", "30", "--access-logfile", "-"]
