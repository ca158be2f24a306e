import type { Id } from '@folkmoot/basics/ids.ts'
import { politiciansById, todayIn } from '../../../platform/directory/index.ts'
import { notFound, page, refused, type FieldError, type Reply } from '../../../platform/http/index.ts'
import { hiddenAmong } from '../../../platform/moderation/index.ts'
import { cardsOf, downstream, upstream } from '../../../platform/thread/index.ts'
import { readableRecommendations } from '../../draft/index.ts'
import { framings } from '../../problem/index.ts'
import { decisionWords } from '../messages/words.ts'
import { minutesLinks } from '../minutes/show.tsx'
import { ratingPart } from '../ratings/show.tsx'
import { isAnsweredBack } from '../referrals/rules.ts'
import { referralsPart } from '../referrals/show.tsx'
import { outsOf } from '../referrals/store.ts'
import { targetsOf } from '../referrals/targets.ts'
import { crumbs, find, type AtItem } from '../show.tsx'
import { agreementWords } from '../snapshot.ts'
import type * as store from '../store.ts'
import { votesOf } from '../voting/commands.ts'
import { reasonsIn, type Vote } from '../voting/standing.ts'
import { AnsweringPage } from './pages/answering-page.tsx'
import { RecommendationPage } from './pages/recommendation-page.tsx'
import { repeatedIn } from './repeat-store.ts'
import { repeatsOf } from './repeats.ts'
import * as rules from './rules.ts'
import { standingsIn } from './standing.ts'
import * as answerStore from './store.ts'

/** The pages of one recommendation: what it came from, its answer with what followed, and the form to answer it. */

// What a recommendation can have come from; votes and links between them are not contributions.
const contributionKinds: ReadonlySet<string> = new Set(['idea', 'statement', 'question', 'note', 'framing'])

/** The question the case was raised with is nobody's contribution to it. */
function contributionsIn(up: Awaited<ReturnType<typeof upstream>>, raised: Id | undefined): number {
  const ids = up.flatMap(({ to }) => (contributionKinds.has(to.kind) && to.id !== raised ? [to.id] : []))
  return new Set(ids).size
}

export async function recommendationPage(visit: AtItem, errors: readonly FieldError[] = []): Promise<Reply> {
  const found = await find(visit)
  const item = found?.items.find((one) => one.number === Number(visit.params.number))
  if (!found || !item) return notFound()
  const { problem, pack, items } = found
  const say = decisionWords.say(visit.lang)
  const answerId = item.answer?.id
  const [recommendations, up, down, versions, votes, [raised], standings, outs] = await Promise.all([
    readableRecommendations(visit.read, problem.id),
    upstream(visit.read, { kind: 'recommendation', id: item.recommendation }),
    answerId ? downstream(visit.read, { kind: 'answer', id: answerId }) : [],
    answerId ? answerStore.versionsOf(visit.read, answerId) : [],
    votesOf(visit.read, pack),
    framings(visit.read, problem.id),
    standingsIn(visit.read, problem.id),
    answerId ? outsOf(visit.read, answerId) : [],
  ])
  const [people, cards, hidden] = await Promise.all([
    politiciansById(
      visit.read,
      versions.flatMap((version) => version.person ?? []),
    ),
    cardsOf(
      visit.read,
      down.map((strand) => strand.from),
    ),
    hiddenAmong(
      visit.read,
      down.map((strand) => strand.from.id),
    ),
  ])
  const recommendation = recommendations.find((one) => one.id === item.recommendation)
  const repeated = await repeatedIn(visit.read, pack, items)
  const own = votes.filter((vote) => vote.put.some(({ answer }) => answer === answerId) || isToldOf(vote, item, pack))
  return page({
    title: say('item.title', { number: item.number, title: item.title }),
    crumbs: [
      ...crumbs(visit, problem),
      { text: say('crumb.item', { number: item.number }), href: visit.to('decision.recommendation', visit.params) },
    ],
    status: errors.length > 0 ? 422 : 200,
    body: (
      <RecommendationPage
        reader={visit}
        now={visit.now}
        today={todayIn(visit.jurisdiction, visit.now)}
        standing={standings.find(({ number }) => number === item.number)}
        {...{ say, errors, problem, pack, item, items, recommendation, versions, people }}
        votes={own}
        minutes={await minutesLinks(visit, problem.slug, own)}
        agreement={recommendation?.agreement ? agreementWords(recommendation.agreement, say) : say('agreement.unknown')}
        contributions={contributionsIn(up, raised?.id)}
        after={[...cards.values()].filter(
          ({ thing, visibility }) =>
            // What was passed on has its own place under the answer.
            visibility === 'public' && thing.kind !== 'referral' && !hidden.has(thing.id),
        )}
        placeHref={visit.to('home')}
        referrals={await referralsPart(visit, outs)}
        hasComeBack={outs.some(({ version, state }) => version === item.answer?.version && isAnsweredBack(state))}
        rating={await ratingPart(visit, { problem, pack, item, errors })}
        repeated={repeated.get(item.number) ?? []}
        mayAnswer={
          pack.source === null &&
          rules.mayAnswerHere({ pack, current: item.answer?.kind, cover: item.answer?.cover ?? 'none' }, visit.actor).ok
        }
      />
    ),
  })
}

/** A told vote names no versions: it is on the answer or on the whole. */
function isToldOf({ source, about }: Vote, { answer }: answerStore.Item, pack: store.Package): boolean {
  return source !== null && (about.id === answer?.id || about.id === pack.id)
}

function isOf(version: number) {
  return (one: { readonly version: number }): boolean => one.version === version
}

export async function answeringPage(visit: AtItem, errors: readonly FieldError[] = []): Promise<Reply> {
  const found = await find(visit)
  const item = found?.items.find((one) => one.number === Number(visit.params.number))
  if (!found || !item) return notFound()
  const say = decisionWords.say(visit.lang)
  const state = { pack: found.pack, current: item.answer?.kind, cover: item.answer?.cover ?? 'none' }
  const may = rules.mayAnswerHere(state, visit.actor)
  if (errors.length === 0 && !may.ok) return refused(say(`refused.${may.refusal}`), 403)
  const due = found.pack.dueAt ? say('answering.due', { deadline: visit.time.deadline(found.pack.dueAt) }) : ''
  const action = visit.to('decision.answer', visit.params)
  const recommendation = (await readableRecommendations(visit.read, found.problem.id)).find(
    ({ id }) => id === item.recommendation,
  )
  const agreed = recommendation?.agreement
  const [named] = item.answer ? (await outsOf(visit.read, item.answer.id)).filter(isOf(item.answer.version)) : []
  const targets = (await targetsOf(visit.database, visit.jurisdiction)).filter(({ body }) => body !== found.pack.body)
  const about = {
    language: found.problem.language,
    recommendation,
    agreement: agreed ? agreementWords(agreed, say) : say('agreement.unknown'),
  }
  return page({
    title: say('answering.title', { number: item.number }),
    crumbs: crumbs(visit, found.problem),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <AnsweringPage
        reader={visit}
        typed={visit.form.typed}
        errors={errors}
        problem={found.problem}
        repeats={
          errors.some(({ field }) => field === 'again')
            ? repeatsOf({ number: item.number, reason: visit.form.typed['reason']?.[0] ?? '' }, reasonsIn(found.items))
            : []
        }
        targets={targets}
        named={named?.toBody}
        {...{ say, item, action, due, ...about }}
      />
    ),
  })
}
