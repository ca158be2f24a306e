import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Database } from '../../../platform/db/index.ts'
import { answerAt, visitIn, type Going } from '../../../platform/http/testing.ts'
import { ensureAccount } from '../../../platform/identity/index.ts'
import type { Town } from '../../../platform/identity/testing.ts'
import { foundGroup, type TestGroup } from '../../arena/testing.ts'
import { outcomeRoutes } from '../routes.tsx'
import { answerSurvey, openSurvey } from './commands.ts'
import { items } from './instruments.ts'
import { surveysPoll } from './jobs.ts'
import type { Moment } from './rules.ts'

/** A town in which people are asked: who opens a survey, who answers, and how time passes. */

export const opening = Temporal.Instant.from('2026-11-26T09:00:00Z')
export const closesOn = Temporal.PlainDate.from('2026-12-10')
export const halfway = Temporal.Instant.from('2026-12-04T09:00:00Z')
export const over = Temporal.Instant.from('2026-12-11T09:00:00Z')

export type SurveyedCase = TestGroup & { readonly citizens: readonly Actor[] }

export type Surveys = ReturnType<typeof surveysIn>

export function surveysIn(real: Database, town: Town) {
  /** A group of dora, alice, bashir and so many more citizens. */
  async function groupOf(more: number): Promise<SurveyedCase> {
    const accounts = await real.transact(town.place.id, null, async (tx) => {
      const made: Id<'account'>[] = []
      for (let i = 0; i < more; i += 1) made.push(await ensureAccount(tx, `${crypto.randomUUID()}@example.org`, 'en'))
      return made
    })
    const group = await foundGroup(real, town, { more: accounts, mandate: { recipientBody: town.council } })
    const citizens = accounts.map((account): Actor => ({
      ...town.people.alice,
      account,
      roles: [{ name: 'resident', scope: town.place.id }],
    }))
    return { ...group, citizens }
  }

  const open = ({ slug }: SurveyedCase, as: Actor = town.people.chen, moment: Moment = 'start') =>
    openSurvey(real.at(opening), as, { slug, place: town.place, moment, closesOn })

  const say = (
    at: SurveyedCase,
    as: Actor,
    key: string,
    answer: number | null,
    now = opening,
    moment: Moment = 'start',
  ) => {
    const item = items.find((one) => one.key === key)
    if (!item) throw new Error(`no question ${key}`)
    return answerSurvey(real.at(now), as, { slug: at.slug, moment, answers: new Map([[item, answer]]) })
  }

  const closeAll = () => surveysPoll(real.at(over), town.place.id)

  const rowsOf = async (text: string) =>
    (await real.transact(town.place.id, null, (tx) => sql.raw<Record<string, unknown>>(text).execute(tx))).rows

  const go = (at: SurveyedCase, address: Parameters<typeof answerAt>[1], { params = {}, ...going }: Going = {}) =>
    answerAt(
      outcomeRoutes,
      address,
      visitIn(real, town.place, { at: opening, ...going, params: { problem: at.slug, ...params } }),
    )

  /** Citizens answer one question: `counts` of them each answer of the scale, from its lowest. */
  async function answer(at: SurveyedCase, key: string, counts: readonly number[], moment: Moment = 'start') {
    const { from } = items.find((one) => one.key === key) ?? { from: 0 }
    const answers = counts.flatMap((people, step) => Array.from({ length: people }, () => from + step))
    for (const [index, given] of answers.entries()) {
      const citizen = at.citizens[index]
      if (citizen) await say(at, citizen, key, given, opening, moment)
    }
  }

  return { groupOf, open, say, closeAll, rowsOf, go, answer }
}
