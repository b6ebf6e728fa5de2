// Loaded before each test file: keeps its compiled modules among the packages, so that the next of 160 processes need not compile them.
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/tests', import.meta.url)));
