import { DuckDBInstance } from '@duckdb/node-api';

/** Runs one statement in a separate process, on one thread: `node duckdb.ts STATEMENT MEMORY`. */
const [statement, memory] = process.argv.slice(2);
try {
  const database = await DuckDBInstance.create(':memory:', { threads: '1', memory_limit: memory! });
  const connection = await database.connect();
  await connection.run(statement!);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
