import { createReadStream } from 'node:fs';
import Papa from 'papaparse';

/** Parses a file with PapaParse and discards the result: `node papaparse.ts FILE`. */
Papa.parse(createReadStream(process.argv[2]!), {
  chunk: () => undefined,
  complete: () => undefined,
  error: (error) => {
    throw error;
  },
});
