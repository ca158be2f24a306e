import { bodies } from '../../platform/directory/index.ts'
import { notFound, page, type Reply, type Visit } from '../../platform/http/index.ts'
import { hashOf } from '../../platform/ledger/index.ts'
import { hiddenAmong, hiddenWords } from '../../platform/moderation/index.ts'
import { problemBySlug, problemCrumbs, type Problem } from '../problem/index.ts'
import * as answerStore from './answers/store.ts'
import { decisionWords } from './messages/words.ts'
import type { PackagePageProps } from './pages/package-props.ts'
import { SnapshotPage } from './pages/snapshot-page.tsx'
import type { Snapshot } from './snapshot.ts'
import * as store from './store.ts'

/** Loads what a page needs and puts it on the page: what all pages share, and what was frozen. */

export type AtProblem = Visit & { readonly params: { readonly problem: string } }
export type AtItem = AtProblem & { readonly params: { readonly problem: string; readonly number: string } }

const fieldsOfRefusals: Readonly<Record<string, string>> = {
  'reason-needed': 'reason',
  'amended-text-needed': 'amendedText',
  'amended-text-same': 'amendedText',
  'refer-to-whom': 'referTo',
  'no-such-body': 'referBody',
  'own-body': 'referBody',
  'refer-to-one': 'referTo',
  'refer-by-when': 'referBy',
  'park-until-when': 'parkUntil',
  'dates-in-wrong-order': 'returnOn',
  'dates-stand-already': 'meetingOn',
  'answered-after-vote': 'decidedOn',
  'answers-changed': 'about',
  'answer-first': 'about',
  'no-such-item': 'about',
  'minutes-no-link': 'minutes',
  'say-something': 'questions',
  'no-group': 'as',
  'group-replied': 'as',
  'reply-answered': 'text',
  'repeats-another': 'again',
}

/** The field a refusal is about; '' where it is about the act as a whole. */
export function fieldOf(refusal: string): string {
  return fieldsOfRefusals[refusal] ?? ''
}

export async function bodyNames(visit: Visit): Promise<PackagePageProps['bodyName']> {
  const names = new Map((await bodies(visit.read)).map((body) => [body.id, body.name]))
  return (id) => (id && names.get(id)) ?? visit.common('unknown')
}

export function crumbs(visit: Visit, problem: Problem) {
  return [
    ...problemCrumbs(visit, problem),
    { text: decisionWords.say(visit.lang)('page.title'), href: visit.to('decision.page', { problem: problem.slug }) },
  ]
}

type Found = { readonly problem: Problem; readonly pack: store.Package; readonly items: readonly answerStore.Item[] }

export async function find(visit: AtProblem): Promise<Found | undefined> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  const pack = problem && (await store.packageOf(visit.read, problem.id))
  return pack && { problem, pack, items: await answerStore.itemsOf(visit.read, [pack.id]) }
}

/** The hash stands for every word handed over, also for those a moderator hid since. */
async function shown(visit: Visit, { items }: Found, snapshot: Snapshot): Promise<Snapshot> {
  const hidden = await hiddenAmong(
    visit.read,
    items.map((item) => item.recommendation),
  )
  const gone = new Set(items.filter((item) => hidden.has(item.recommendation)).map((item) => item.number))
  return {
    ...snapshot,
    recommendations: snapshot.recommendations.map((one) =>
      gone.has(one.number)
        ? { number: one.number, title: hiddenWords, text: '', clauses: [], agreement: '', minority: null }
        : one,
    ),
  }
}

export async function snapshotPage(visit: AtProblem): Promise<Reply> {
  const found = await find(visit)
  const snapshot = found && (await store.snapshotOf(visit.read, found.pack.id))
  if (!found || !snapshot) return notFound()
  const say = decisionWords.say(visit.lang)
  return page({
    title: say('frozen.title'),
    crumbs: crumbs(visit, found.problem),
    body: (
      <SnapshotPage reader={visit} say={say} snapshot={await shown(visit, found, snapshot)} hash={hashOf(snapshot)} />
    ),
  })
}
