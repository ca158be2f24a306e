import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Progress, Solved, Solver } from './solving.ts'
import type { ThreadData } from './thread.ts'

type Message = { readonly progress: Progress } | { readonly solved: Solved }

const millisecondsBetweenLooks = 200

/** Makes panels in a thread of its own: however long it takes, pages are answered. One thread a draw, gone with it. */
export const solveBeside: Solver = async (input, { onProgress, isStopped }) => {
  const stop = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
  const data: ThreadData = { input, stop }
  const thread = new Worker(threadFile(), { workerData: data })
  const { promise, resolve, reject } = Promise.withResolvers<Solved>()
  thread.on('message', (message: Message) => {
    if ('solved' in message) resolve(message.solved)
    else onProgress(message.progress)
  })
  thread.on('error', reject)
  thread.on('exit', (code) => reject(new Error(`the thread that makes panels ended with ${code}`)))
  const looking = setInterval(() => {
    if (!isStopped()) return
    Atomics.store(new Int32Array(stop), 0, 1)
    // A single program can take minutes: nobody waits for it to look at the flag.
    resolve({ kind: 'stopped' })
  }, millisecondsBetweenLooks)
  try {
    return await promise
  } finally {
    clearInterval(looking)
    await thread.terminate()
  }
}

/** Beside this file where it stands as it was written; in the built program at its root, above its parts. */
function threadFile(): string {
  const here = import.meta.dirname
  const places = ['thread.ts', 'lottery-thread.js', '../lottery-thread.js'].map((name) => join(here, name))
  const found = places.find((path) => existsSync(path))
  if (found === undefined) throw new Error('the thread that makes panels is not built')
  return found
}
