import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { drawMap, type Draw, type Drawn } from './drawing.ts'

/** So many votes are mapped in less time than a thread takes to start. */
const fewVotes = 5_000

/** Draws in a thread of its own, so that pages are answered meanwhile; what is small at once. One thread a map, gone with it. */
export const drawBeside: Draw = async (input) => {
  if (input.voters.vote.length < fewVotes) return drawMap(input)
  const thread = new Worker(threadFile(), { workerData: input })
  const { promise, resolve, reject } = Promise.withResolvers<Drawn>()
  thread.on('message', resolve)
  thread.on('error', reject)
  thread.on('exit', (code) => reject(new Error(`the thread that draws maps ended with ${code}`)))
  try {
    return await promise
  } finally {
    await thread.terminate()
  }
}

/** Beside this file where it stands as it was written; in the built program at its root, above its parts. */
function threadFile(): string {
  const here = import.meta.dirname
  const places = ['thread.ts', 'map-thread.js', '../map-thread.js'].map((name) => join(here, name))
  const found = places.find((path) => existsSync(path))
  if (found === undefined) throw new Error('the thread that draws maps is not built')
  return found
}
