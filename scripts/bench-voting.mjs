// npm run bench -- voting: somebody votes by htmx and is answered with the next statement and where she stands, all in one request,
// while nobody else votes; beside it the vote alone (303). In places where more and more people have voted on everything before.
// What a vote costs her must not grow with their number. VOTED=200,2000,10000 npm run bench -- voting
import { setTimeout as sleep } from 'node:timers/promises'
import { inMeasuredPlace } from './bench-place.mjs'
import { voteOf } from './bench-votes.mjs'

const statements = 60
const newcomers = 20
const ways = {
  'vote and next statement': { header: { 'hx-request': 'true' }, status: 200 },
  'vote alone': { status: 303 },
}

for (const voted of (process.env.VOTED ?? '200,2000,10000').split(',').map(Number)) {
  const args = [voted + newcomers, statements, voted]
  await inMeasuredPlace(
    { program: 'measured-town', args, port: 3792, settle: 20_000 },
    async ({ origin, port, place }) => {
      await sleep(10_000) // the worker counts, and draws the map
      console.log(`${voted * statements} votes of ${voted} people were there`)
      const times = Object.fromEntries(Object.keys(ways).map((way) => [way, []]))
      for (let at = 0; at < newcomers * statements; at += 1) {
        // Each way by people of its own, who vote on everything.
        const person = Math.floor(at / statements)
        const way = Object.keys(ways)[person % 2]
        const number = (at % statements) + 1
        const choice = (number + person) % 3 === 0 ? 'agree' : 'disagree'
        const vote = voteOf(
          { headers: {} },
          { slug: place.slug, token: place.tokens[voted + person], number, port, choice },
        )
        const began = performance.now()
        const reply = await fetch(`${origin}${vote.path}`, {
          method: 'POST',
          redirect: 'manual',
          body: vote.body,
          headers: { ...vote.headers, ...ways[way].header },
        })
        await reply.text()
        times[way].push(performance.now() - began)
        if (reply.status !== ways[way].status) throw new Error(`${vote.path} answered ${reply.status}`)
      }
      for (const [way, all] of Object.entries(times)) {
        const sorted = all.toSorted((a, b) => a - b)
        const share = (part) => sorted[Math.floor(sorted.length * part)].toFixed(1)
        console.log(`${way}: p50 ${share(0.5)} ms, p95 ${share(0.95)} ms (${sorted.length} votes)`)
      }
    },
  )
}
