import { politiciansById } from '../../../platform/directory/index.ts'
import { notFound, page, route, type Reply, type Route, type Visit } from '../../../platform/http/index.ts'
import { anyone } from '@folkmoot/basics/actor.ts'
import { arenaJourneyPart } from '../../arena/index.ts'
import { answersOf, decisionJourneyPart } from '../../decision/index.ts'
import { commitmentsOf, deliveryJourneyPart, pledgesOf } from '../../delivery/index.ts'
import { draftJourneyPart } from '../../draft/index.ts'
import { inquiryJourneyPart } from '../../inquiry/index.ts'
import { mandateJourneyPart, promiseStrip } from '../../mandate/index.ts'
import { meetingJourneyPart } from '../../meeting/index.ts'
import { opinionJourneyPart } from '../../opinion/index.ts'
import { problemBySlug, type Problem } from '../../problem/index.ts'
import { accountsOf } from '../account/store.ts'
import { outcomeCrumbs } from '../crumbs.ts'
import { computedOf } from '../legitimacies/store.ts'
import { indicatorsOf } from '../store.ts'
import { roundsOf } from '../surveys/store.ts'
import { caseSheetWords } from './messages/words.ts'
import { CaseSheetPage } from './pages/case-sheet-page.tsx'
import type { SheetParts } from './pages/case-sheet-props.ts'

/** One page of everything: from the problem to what came of it, to be printed and taken along. */
export const caseSheetRoutes: readonly Route[] = [
  route('outcome.sheet', { allowed: anyone, records: 'nothing' }, (visit) => sheet(visit)),
]

async function sheet(visit: Visit & { readonly params: { readonly problem: string } }): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const { read } = visit
  const [items, commitments, pledges, indicators, accounts, rounds, computed] = await Promise.all([
    answersOf(read, problem.id),
    commitmentsOf(read, problem.id),
    pledgesOf(read, problem.id),
    indicatorsOf(read, problem.id),
    accountsOf(read, problem.id),
    roundsOf(read, problem.id),
    computedOf(read, problem.id),
  ])
  // The account that counts: signed, or told from a source.
  const account = accounts.find(({ signedAt, source }) => signedAt !== null || source !== null)
  const named = [
    ...items.map(({ answer }) => answer?.person),
    ...commitments.map(({ owner }) => owner),
    account?.signedPerson,
  ].flatMap((person) => person ?? [])
  const say = caseSheetWords.say(visit.lang)
  return page({
    title: `${say('title')}: ${problem.question}`,
    crumbs: [
      ...outcomeCrumbs(visit, problem),
      { text: say('title'), href: visit.to('outcome.sheet', { problem: problem.slug }) },
    ],
    isWide: true,
    body: (
      <CaseSheetPage
        reader={visit}
        now={visit.now}
        {...{ say, problem, items, commitments, pledges, indicators, account, rounds }}
        promise={(await promiseStrip(visit, problem))?.sentence ?? ''}
        parts={await partsOf(visit, problem)}
        computed={computed[0]}
        people={await politiciansById(read, named)}
      />
    ),
  })
}

/** What each stage says of the case in its own words. */
async function partsOf(visit: Visit, problem: Problem): Promise<SheetParts> {
  const [mandate, people, answer, delivery, ...work] = await Promise.all([
    mandateJourneyPart(visit, problem),
    arenaJourneyPart(visit, problem),
    decisionJourneyPart(visit, problem),
    deliveryJourneyPart(visit, problem),
    meetingJourneyPart(visit, problem),
    inquiryJourneyPart(visit, problem),
    opinionJourneyPart(visit, problem),
    draftJourneyPart(visit, problem),
  ])
  return { mandate, people, answer, delivery, work }
}
