// npm run bench -- writing: ten people write at once in a text of 60 pages and 400 clauses, five letters a second each. Told is
// how long a letter takes from the one who writes it until the server has said it is kept, and until another one has it; how
// long the text takes to open; and the memory of the application.
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { openWire } from '../stages/draft/text/island/wire.ts'
import { inMeasuredPlace } from './bench-place.mjs'

const writers = Number(process.env.WRITERS ?? 10)
const seconds = Number(process.env.SECONDS ?? 30)
const pause = 200 // milliseconds between two letters of one writer

await inMeasuredPlace({ program: 'measured-writing', port: 3792 }, async ({ place, port, server }) => {
  const before = memory(server)
  const opening = []
  const people = []
  for (let at = 0; at < writers; at += 1) {
    const began = performance.now()
    people.push(await come(port, place, at))
    opening.push(performance.now() - began)
  }
  tell('the text is open', opening)
  await write(people)
  const [kept, seen] = [people.flatMap((one) => one.kept), people.flatMap((one) => one.seen)]
  tell('a letter is kept', kept)
  tell('a letter is seen by another', seen)
  console.log(
    `memory of the application: ${before} MB before, ${memory(server)} MB with ${writers} writers in the text`,
  )
  for (const { wire, awareness } of people) {
    wire.close()
    awareness.destroy()
  }
})

async function come(port, { slug, problem, tokens }, at) {
  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  awareness.setLocalState({ cursor: null })
  const { promise: isOpen, resolve: open } = Promise.withResolvers()
  const person = { doc, awareness, kept: [], seen: [], sent: [], unkept: [] }
  person.wire = openWire({
    doc,
    awareness,
    name: problem,
    connect: () =>
      new WebSocket(`ws://127.0.0.1:${port}/en/measured/problems/${slug}/draft/live`, {
        headers: { origin: `http://localhost:${port}`, cookie: `folkmoot-measured=${tokens[at % tokens.length]}` },
      }),
    onChange: ({ connection, unkept }) => {
      if (connection === 'open') open()
      // What is not kept are the last so many letters.
      for (const began of person.unkept.splice(0, person.unkept.length - unkept))
        person.kept.push(performance.now() - began)
    },
  })
  await isOpen
  return person
}

/** Each writes at the end of a clause of her own; the next one in the round notes when each letter arrives. */
async function write(people) {
  for (const [at, person] of people.entries()) {
    const reader = people[(at + 1) % people.length]
    reader.doc.on('afterTransaction', ({ afterState }) => {
      const clock = afterState.get(person.doc.clientID) ?? 0
      while (person.sent.length > 0 && person.sent[0].clock < clock) {
        person.seen.push(performance.now() - person.sent.shift().began)
      }
    })
  }
  const end = performance.now() + seconds * 1000
  await Promise.all(
    people.map(async (person, at) => {
      const section = person.doc.getXmlFragment('text').get(at * 5)
      const words = section.get(1).get(0)
      await sleep((at * pause) / people.length)
      while (performance.now() < end) {
        const began = performance.now()
        person.sent.push({ clock: Y.getState(person.doc.store, person.doc.clientID), began })
        person.unkept.push(began)
        words.insert(words.length, 'x')
        await sleep(pause)
      }
    }),
  )
  await sleep(2_000)
}

function tell(name, times) {
  const sorted = times.toSorted((a, b) => a - b)
  const share = (part) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN).toFixed(0)
  console.log(`${name}: p50 ${share(0.5)} ms, p95 ${share(0.95)} ms, p99 ${share(0.99)} ms (${sorted.length})`)
}

/** Proportional set size, in MB; from Linux's /proc. */
function memory(server) {
  const rollup = readFileSync(`/proc/${server.pid}/smaps_rollup`, 'utf8')
  return Math.round(Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0) / 1024)
}
