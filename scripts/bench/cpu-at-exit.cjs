/** Loaded before a program whose CPU time is wanted: at its end it adds a line with the milliseconds it used to the file it is told. */
const { appendFileSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

if (isMainThread)
  process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    appendFileSync(process.env.BENCH_CPU_FILE, `${(user + system) / 1000}\n`);
  });
