import { endOfDay } from '@folkmoot/basics/working-days.ts'
import { bodies, todayIn } from '../../platform/directory/index.ts'
import type { Visit } from '../../platform/http/index.ts'
import type { Owed, OwedAsked, OwedCounts } from '../../platform/thread/index.ts'
import { decisionWords } from './messages/words.ts'
import * as owedStore from './owed-store.ts'
import * as store from './store.ts'

/** Promised answers, in public: the package until it is closed, what was parked, and what was referred. */
export async function decisionOwed(visit: Visit, asked: OwedAsked): Promise<readonly Owed[]> {
  const { read } = visit
  const [lists, putOff, all] = await Promise.all([
    'problems' in asked
      ? Promise.all(asked.problems.map((problem) => store.packageOf(read, problem)))
      : Promise.all([store.openPackages(read, asked.open), store.overPackages(read, asked.given)]),
    'problems' in asked ? owedStore.putOffIn(read, asked.problems) : owedStore.putOffFirst(read, asked.open),
    bodies(read),
  ])
  const packs = lists.flat().flatMap((pack) => pack ?? [])
  const counts = await owedStore.countsOf(
    read,
    packs.map(({ id }) => id),
  )
  const nameOf = (body: store.Package['body']): string => all.find(({ id }) => id === body)?.name ?? ''
  return [
    ...packs.flatMap((pack) => owedPackage(visit, { pack, counts: counts.get(pack.id), owner: nameOf(pack.body) })),
    ...putOff.map((one) => owedItem(visit, one, one.referTo || nameOf(one.body))),
  ]
}

export function decisionOwedCounts({ read, now, jurisdiction }: Visit): Promise<OwedCounts> {
  return owedStore.owedCounts(read, { now, today: todayIn(jurisdiction, now) })
}

type OwedPack = {
  readonly pack: store.Package
  readonly counts: owedStore.PackageCounts | undefined
  readonly owner: string
}

function owedPackage(visit: Visit, { pack, counts, owner }: OwedPack): readonly Owed[] {
  if (pack.dueAt === null) return []
  const { count, open } = counts ?? { count: 0, open: 0 }
  const say = decisionWords.say(visit.lang)
  return [
    {
      problem: pack.problem,
      due: pack.dueAt,
      title: pack.isClosed ? say('owed.answered', { count }) : say('owed.package', { open, count }),
      href: visit.to('decision.page', { problem: pack.slug }),
      owner,
      isDone: pack.isClosed || pack.source !== null,
    },
  ]
}

function owedItem(visit: Visit, one: owedStore.PutOff, owner: string): Owed {
  const { problem, slug, number, kind, day, source } = one
  return {
    problem,
    due: endOfDay(day, visit.jurisdiction.timeZone),
    title: decisionWords.say(visit.lang)(kind === 'park' ? 'owed.parked' : 'owed.referred', { number }),
    href: visit.to('decision.recommendation', { problem: slug, number }),
    owner,
    isDone: source !== null,
  }
}
