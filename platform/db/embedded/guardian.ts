import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, constants, openSync } from 'node:fs'
import { runningAs, type Account } from './account.ts'
import { bareEnvironment } from './cluster.ts'

/**
 * The shell that stands between the server and its applications. It is the server's parent, so it buries it; and it
 * stops it when no application has held the other end of the pipe for a while. The system closes a pipe for
 * whoever dies, however it dies: there is no process number to trust and nothing to poll.
 *
 * When the shell alone is killed, its watch lives on and goes on guarding, as long as the server's own file names the server
 * it knows: it never signals a number that has become somebody else's, and it ends when it has told the server to.
 *
 * Arguments: pipe, grace in seconds, the cluster's folder, then `--pid N` for a server that runs already or the server's
 * command.
 */
const script = `
pipe=$1 grace=$2 cluster=$3
shift 3
if [ "$1" = --pid ]; then server=$2; else "$@" & server=$!; fi
known() {
  named=$(head -n 1 "$cluster/postmaster.pid")
  if [ "$named" ]; then [ "$named" = "$server" ]; else kill -0 $$; fi
}
watch() {
  self=$(exec sh -c 'echo "$PPID"')
  while :; do
    ( sleep "$grace"; known && kill -INT "$server"; kill "$self" ) & patience=$!
    exec 3< "$pipe"
    kill "$patience"
    wait "$patience"
    read -r nothing <&3
    exec 3<&-
  done
}
watch 2> /dev/null & watcher=$!
if [ "$1" = --pid ]; then
  while kill -0 "$server" 2> /dev/null; do sleep 5; done
else
  wait "$server"
  ended=$?
fi
kill "$watcher"
exit "\${ended:-0}"
`

export type GuardianOptions = {
  readonly pipe: string
  /** The folder of the server's data. */
  readonly cluster: string
  readonly account: Account | null
  /** Seconds without any application after which the server is stopped. */
  readonly grace: number
  readonly log: string
}

/** Starts the server under a guardian of its own, in a session of its own: Ctrl-C in a terminal does not reach it. */
export function startGuarded(options: GuardianOptions, command: readonly string[]): ChildProcess {
  return startGuardian(options, command)
}

/** A new guardian for a server that has lost its own. */
export function guardRunning(options: GuardianOptions, postmaster: number): void {
  startGuardian(options, ['--pid', String(postmaster)])
}

function startGuardian({ pipe, cluster, account, grace, log }: GuardianOptions, rest: readonly string[]): ChildProcess {
  const output = openSync(log, 'a', 0o600)
  try {
    const guardian = spawn('/bin/sh', ['-c', script, 'folkmoot-database', pipe, String(grace), cluster, ...rest], {
      cwd: '/',
      detached: true,
      env: bareEnvironment(),
      stdio: ['ignore', output, output],
      ...runningAs(account),
    })
    guardian.unref()
    return guardian
  } finally {
    closeSync(output)
  }
}

/** Takes hold of the pipe for as long as this process lives, or gives null when no guardian reads it. */
export function holdPipe(pipe: string): number | null {
  try {
    return openSync(pipe, constants.O_WRONLY | constants.O_NONBLOCK)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENXIO') return null
    throw error
  }
}
