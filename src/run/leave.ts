/**
 * Ends this process with an exit code, at once and for certain. `process.exit` first waits for the threads that read files,
 * look up names and draw pictures: one that never comes back, such as on a file system that is gone, would keep the process
 * for ever. To become another program ends them all; this one does nothing but to end with the code.
 * https://nodejs.org/api/process.html#processexecvefile-args-env
 */
export function leave(code: number): void {
  const { env, execPath, execve } = process
  // Windows knows no such thing.
  if (execve === undefined || process.platform === 'win32') process.exit(code)
  execve.call(process, execPath, [execPath, '--eval', `process.exit(${code})`], {
    NODE_ENV: env.NODE_ENV,
  })
}
