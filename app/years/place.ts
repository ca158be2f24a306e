import { newId } from '@folkmoot/basics/ids.ts'
import type { Database } from '../../platform/db/index.ts'
import type { Town } from '../../platform/identity/testing.ts'
import { putAnswers } from './answers.ts'
import { steps, years, type Case } from './calendar.ts'
import { putGroups, putMandates, putProblems, type At } from './cases.ts'
import { putCommitments } from './commitments.ts'
import { putOutcomes } from './outcomes.ts'
import { putPeople } from './people.ts'
import { putNotices, putRecord } from './record.ts'
import { putTexts } from './texts.ts'
import { speaker } from './words.ts'

const atOnce = 25

export type Asked = {
  /** How many cases have a text; those younger than them come on top. */
  readonly cases: number
  readonly today: Temporal.PlainDate
  readonly say?: (line: string) => void
}

/** Twenty years of a place, oldest case first, some at a time. */
export async function putYears(database: Database, town: Town, { cases: asked, today, say: tell }: Asked) {
  const say = speaker('measured-years')
  const people = await database.transact(town.place.id, null, (tx) => putPeople(tx, town, today))
  const cases = casesUntil(today, asked, say)
  for (let from = 0; from < cases.length; from += atOnce) {
    await putCases(database, town, cases.slice(from, from + atOnce), { people, today, say })
    tell?.(`${Math.min(from + atOnce, cases.length)} of ${cases.length} cases`)
  }
  return cases
}

function casesUntil(today: Temporal.PlainDate, withText: number, say: At['say']): readonly Case[] {
  const days = years * 365
  const apart = (days - steps.written) / withText
  return Array.from({ length: withText + Math.floor(steps.written / apart) }, (_, at) => ({
    at,
    id: newId('problem'),
    slug: `measured-${at}`,
    question: `Why is there ${say(7)}?`,
    raisedOn: today.subtract({ days: Math.floor(days - at * apart) }),
    profile: newId('profile'),
  }))
}

async function putCases(database: Database, { place }: Town, cases: readonly Case[], at: At): Promise<void> {
  await database.transact(place.id, null, async (tx) => {
    await putProblems(tx, cases, at)
    await putMandates(tx, cases, at)
    await putGroups(tx, cases, at)
    const closed = await putAnswers(tx, await putTexts(tx, cases, at), { ...at, place })
    const promised = await putCommitments(tx, closed, at)
    const measured = await putOutcomes(tx, promised, at)
    await putRecord(tx, cases, { closed, promised, measured })
    await putNotices(tx, at.people, measured, at.today)
  })
}
