// How far the page of results is behind those who vote: read once a second by one of them, and compared with what was sent.
import { setTimeout as sleep } from 'node:timers/promises'

/** The five newest of each statement are held back, nothing is drawn of fewer than ten, nor anew for fewer than five more. */
const heldBack = 5
const leastNew = 5
const leastInGroup = 10

/** Voters shown of each statement, each time the page was read. */
export async function readResults({ origin, place }, signal) {
  const headers = { cookie: `folkmoot-measured=${place.tokens[0]}` }
  const readings = []
  while (!signal.aborted) {
    const at = Date.now()
    const answer = await fetch(`${origin}/en/measured/problems/${place.slug}/statements/results`, { headers })
    const text = await answer.text()
    if (answer.status === 200) readings.push({ at, voters: votersOf(text) })
    await sleep(1000)
  }
  return readings
}

function votersOf(text) {
  const rows = text.split('<tr').flatMap((row) => {
    const number = /Statement number (\d+):/.exec(row)?.[1]
    const voters = row.match(/__cell">[\d,]+</g)?.at(-1)
    return number && voters ? [[Number(number), Number(voters.replaceAll(/\D/g, ''))]] : []
  })
  if (rows.length === 0) throw new Error('there are no results on the page of results')
  return new Map(rows)
}

/** Seconds since the oldest vote that could have been in a result and was not, at each reading. `sent`: by statement, when each vote was. */
export function resultsBehind(readings, { sent, voted, began, ended }) {
  return readings
    .filter(({ at }) => at >= began && at <= ended)
    .map(({ at, voters }) => {
      const waits = [...sent].map(([number, times]) => {
        const shown = voters.get(number) ?? 0
        const due = times[Math.max(leastInGroup, shown + leastNew) + heldBack - voted - 1]
        return due === undefined ? 0 : Math.max(0, at - due) / 1000
      })
      return Math.max(0, ...waits)
    })
    .toSorted((a, b) => a - b)
}
