import type { Actor } from '@folkmoot/basics/actor.ts'
import { accept, type Result } from '@folkmoot/basics/result.ts'
import type { Database } from '../../../platform/db/index.ts'
import { follow, tell } from '../../../platform/notices/index.ts'
import { link, linkAll } from '../../../platform/thread/index.ts'
import { record } from '../facts.ts'
import { inWorkingGroup, isIn, stateOf } from './commands.ts'
import { givenAmong } from './contributions.ts'
import { putReport, reportsOf } from './report-store.ts'
import * as rules from './rules.ts'

export type ReportInput = {
  readonly slug: string
  /** Of the working group. */
  readonly number: number
  readonly title: string
  readonly text: string
  readonly language: string
  /** Ids, as they were ticked, of what was given in the group and the report rests on. */
  readonly from: readonly string[]
}

/** What a working group tells the arena: a thing of its own that the text can name as where it came from. */
export function reportForGroup(
  database: Database,
  actor: Actor,
  { slug, number, from, ...words }: ReportInput,
): Promise<Result<{ readonly report: number }, rules.ReportRefusal | 'no-such-problem' | 'no-such-group'>> {
  return inWorkingGroup(database, actor, { slug, number }, async (tx, problem, group) => {
    const allowed = rules.reportForGroup(stateOf(group), await isIn(tx, group.id, actor), actor)
    if (!allowed.ok) return allowed
    const { account } = allowed.value
    const report = (await reportsOf(tx, [group.id])).length + 1
    const id = await putReport(tx, { ...words, group: group.id, number: report, writtenBy: account })
    const thing = { kind: 'group-report', id } as const
    const rests = await givenAmong(tx, group.id, from)
    await link(tx, thing, 'part-of', { kind: 'working-group', id: group.id })
    await linkAll(
      tx,
      'cites',
      rests.map((to) => ({ from: thing, to })),
    )
    await follow(tx, { account, about: thing, asAuthor: true })
    await record(tx, {
      kind: 'arena.working-group-reported',
      problem: problem.id,
      public: { group: number, report, from: rests.length },
      secret: { title: words.title, text: words.text, by: account },
      time: 'exact',
    })
    await tell(tx, {
      // Whoever follows the report's sources, the group or the case hears of it, each once.
      about: thing,
      stage: 'arena',
      message: 'told.group-report',
      values: { title: words.title },
      address: 'arena.group',
      params: { problem: slug, number: String(number) },
      except: account,
    })
    return accept({ report })
  })
}
