import { endOfDay } from '@folkmoot/basics/working-days.ts'
import { bodies, todayIn } from '../../../platform/directory/index.ts'
import type { Visit } from '../../../platform/http/index.ts'
import type { Owed, OwedAsked, OwedCounts } from '../../../platform/thread/index.ts'
import { awaitedBy, awaitedCounts, type Awaited } from './awaited-store.ts'
import { decisionWords } from '../messages/words.ts'
import * as owedStore from './store.ts'
import * as store from '../store.ts'

/**
 * Promised answers, in public: the package until it is closed, what was parked or referred, a reply half way, what was asked for a
 * meeting, and the word on the return.
 */
export async function decisionOwed(visit: Visit, asked: OwedAsked): Promise<readonly Owed[]> {
  const { read } = visit
  const [lists, putOff, awaited, all] = await Promise.all([
    'problems' in asked
      ? Promise.all(asked.problems.map((problem) => store.packageOf(read, problem)))
      : Promise.all([store.openPackages(read, asked.open), store.overPackages(read, asked.given)]),
    'problems' in asked ? owedStore.putOffIn(read, asked.problems) : owedStore.putOffFirst(read, asked.open),
    awaitedBy(read, asked),
    bodies(read),
  ])
  const packs = lists.flat().flatMap((pack) => pack ?? [])
  const counts = await owedStore.countsOf(read, packs)
  const nameOf = (body: store.Package['body']): string => all.find(({ id }) => id === body)?.name ?? ''
  return [
    ...packs.flatMap((pack) => owedPackage(visit, { pack, counts: counts.get(pack.id), owner: nameOf(pack.body) })),
    ...putOff.map((one) => owedItem(visit, one, one.referTo || nameOf(one.body))),
    ...awaited.map((one) => owedAround(visit, one, nameOf(one.body))),
  ]
}

export async function decisionOwedCounts({ read, now, jurisdiction }: Visit): Promise<OwedCounts> {
  const [answers, around] = await Promise.all([
    owedStore.owedCounts(read, { now, today: todayIn(jurisdiction, now) }),
    awaitedCounts(read, now),
  ])
  return {
    open: answers.open + around.open,
    late: answers.late + around.late,
    given: answers.given + around.given,
  }
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
      title: pack.isClosed
        ? say('owed.answered', { count })
        : open === 0
          ? say('owed.to-close', { count })
          : say('owed.package', { open, count }),
      href: visit.to('decision.page', { problem: pack.slug }),
      owner,
      body: pack.body,
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
    body: one.body,
    isDone: source !== null,
  }
}

function owedAround(visit: Visit, { kind, problem, slug, number, due, doneAt }: Awaited, owner: string): Owed {
  const questions = `${visit.to('decision.questions', { problem: slug })}#question-${number}`
  return {
    problem,
    due,
    title: decisionWords.say(visit.lang)(`owed.${kind}`, { number: number ?? 0 }),
    href: kind === 'question' ? questions : visit.to('decision.page', { problem: slug }),
    owner,
    isDone: doneAt !== null,
    doneAt,
  }
}
