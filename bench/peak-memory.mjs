// Loaded with --import: at exit the process's own peak of resident memory, in KB, goes to file descriptor 3.
import { writeSync } from 'node:fs';

process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)));
