import type { Id, Noun } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../platform/db/index.ts'
import type { Card, Cards } from '../../platform/thread/index.ts'
import { hiddenAmong, hiddenWords } from '../../platform/moderation/index.ts'
import { directionsById } from './checks/store.ts'
import { insById } from './referrals/in-store.ts'
import { outsById } from './referrals/store.ts'
import { questionsById } from './questions/store.ts'
import { isProposed } from './rules.ts'
import * as answerStore from './answers/store.ts'
import * as store from './store.ts'

/** How packages, answers and directions are named in the trace, in notices and in moderation. */
export const decisionCards = {
  package: cardsOfPackages,
  answer: cardsOfAnswers,
  check: cardsOfDirections,
  'meeting-question': cardsOfQuestions,
  referral: cardsOfReferrals,
} satisfies Partial<Record<Noun, Cards>>

async function cardsOfPackages(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const packs = await store.packagesById(read, ids as readonly Id<'package'>[]) // bound to the kind `package`
  const items = Map.groupBy(
    await answerStore.itemsOf(
      read,
      packs.map((pack) => pack.id),
    ),
    (item) => item.package,
  )
  return packs.map((pack) => ({
    thing: { kind: 'package', id: pack.id },
    title: (items.get(pack.id) ?? []).map((item) => item.title).join(' · '),
    state: pack.isClosed ? 'state.closed' : 'state.open',
    visibility: 'public',
    path: `/problems/${pack.slug}/answer`,
  }))
}

async function cardsOfAnswers(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const answers = await answerStore.answersById(read, ids as readonly Id<'answer'>[]) // bound to the kind `answer`
  return answers.map(({ slug, number, title, ...answer }) => ({
    thing: { kind: 'answer', id: answer.id },
    title,
    state: isProposed(answer) ? `proposed.${answer.kind}` : `state.${answer.kind}`,
    visibility: 'public',
    path: `/problems/${slug}/answer/${number}`,
  }))
}

async function cardsOfDirections(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const directions = await directionsById(read, ids as readonly Id<'check'>[]) // bound to the kind `check`
  return directions.map(({ id, slug, text }) => ({
    thing: { kind: 'check', id },
    title: text.slice(0, 120),
    state: '',
    visibility: 'public',
    path: `/problems/${slug}/answer`,
  }))
}

async function cardsOfQuestions(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const questions = await questionsById(read, ids as readonly Id<'meeting-question'>[]) // bound to the kind `meeting-question`
  return questions.map(({ id, slug, number, text, reply }) => ({
    thing: { kind: 'meeting-question', id },
    title: text.slice(0, 120),
    state: reply === null ? 'state.asked' : 'state.replied',
    visibility: 'public',
    path: `/problems/${slug}/answer/questions#question-${number}`,
  }))
}

/** Where it was passed on to, its own page; where it comes from, the recommendation it is about. In one place both are one. */
async function cardsOfReferrals(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const referrals = ids as readonly Id<'referral'>[] // bound to the kind `referral`
  const [ins, outs] = await Promise.all([insById(read, referrals), outsById(read, referrals)])
  const here = new Set<Id>(ins.map(({ id }) => id))
  const hidden = new Set(ins.flatMap(({ id, hiddenAt }) => (hiddenAt === null ? [] : [id])))
  const gone = await hiddenAmong(
    read,
    outs.map(({ recommendation }) => recommendation),
  )
  return [
    ...ins.map(
      ({ id, number, title, state }) =>
        ({
          thing: { kind: 'referral', id },
          title: hidden.has(id) ? hiddenWords : title,
          state: `state.referral-${state}`,
          visibility: 'public',
          path: `/referrals/${number}`,
        }) as const,
    ),
    ...outs
      .filter(({ id }) => !here.has(id))
      .map(
        ({ id, slug, number, title, state, recommendation }) =>
          ({
            thing: { kind: 'referral', id },
            title: gone.has(recommendation) ? hiddenWords : title,
            state: `state.referral-${state}`,
            visibility: 'public',
            path: `/problems/${slug}/answer/${number}#passed-on`,
          }) as const,
      ),
  ]
}
