"""How Alembic reaches the database: over the connection that `upgrade` hands it."""

from alembic import context
from sqlalchemy import Connection

handed_over = context.config.attributes["connection"]
if not isinstance(handed_over, Connection):
    raise TypeError("migrations run over a connection that is handed over")

context.configure(connection=handed_over, transactional_ddl=False, render_as_batch=True)
context.run_migrations()
