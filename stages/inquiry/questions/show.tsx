import { isSignedIn } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { politicians, politiciansById, todayIn, type Politician } from '../../../platform/directory/index.ts'
import { notFound, page, type FieldError, type Reply, type Visit } from '../../../platform/http/index.ts'
import { bylines } from '../../../platform/identity/index.ts'
import { hiddenAmong, hiddenWords } from '../../../platform/moderation/index.ts'
import { alikeness, isNearQuestion } from '../../../platform/near/index.ts'
import { problemBySlug, problemCrumbs } from '../../problem/index.ts'
import { slugsOf } from '../naming.ts'
import { askedTooCounts, hasAskedToo } from './asked-too-store.ts'
import { likesOf } from './likes.ts'
import { likenessesOf, repliesToOthers } from './likeness-store.ts'
import { questionWords } from './messages/words.ts'
import { QuestionPage } from './pages/question-page.tsx'
import type { LikeLine } from './pages/question-props.ts'
import { QuestionsPage } from './pages/questions-page.tsx'
import * as rules from './rules.ts'
import * as store from './store.ts'

type QuestionVisit = Visit<'inquiry.question'>
type ListVisit = Visit<'inquiry.questions'>

/** Zero is nobody's number: what cannot be one is not found. */
export function atOf({ params }: QuestionVisit): { readonly slug: string; readonly number: number } {
  return { slug: params.problem, number: /^[1-9]\d{0,8}$/.test(params.number) ? Number(params.number) : 0 }
}

const mostNear = 3

/** Open questions of the case that are near to what is being typed: whoever asks the same joins them. */
export async function nearQuestions({ read, params }: ListVisit, typed: string): Promise<readonly store.Question[]> {
  const problem = await problemBySlug(read, params.problem)
  if (!problem) return []
  const questions = (await store.questionsOf(read, problem.id)).filter(({ source }) => source === null)
  const hidden = await hiddenAmong(
    read,
    questions.map(({ id }) => id),
  )
  return questions
    .filter(({ id, question }) => !hidden.has(id) && isNearQuestion(question, typed))
    .sort((a, b) => alikeness(b.question, typed) - alikeness(a.question, typed) || a.number - b.number)
    .slice(0, mostNear)
}

export async function questionsPage(
  visit: ListVisit,
  errors: readonly FieldError[] = [],
  near: readonly store.Question[] = [],
): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const [questions, seated] = await Promise.all([
    store.questionsOf(visit.read, problem.id),
    politicians(visit.read, todayIn(visit.jurisdiction, visit.now)),
  ])
  const [asking, people, hidden] = await Promise.all([
    askedTooCounts(
      visit.read,
      questions.map(({ id }) => id),
    ),
    politiciansById(visit.read, askedAmong(questions)),
    hiddenAmong(
      visit.read,
      questions.map((question) => question.id),
    ),
  ])
  const isTold = visit.jurisdiction.isTold
  return page({
    title: questionWords.say(visit.lang)('questions.title'),
    crumbs: problemCrumbs(visit, problem),
    status: errors.length + near.length > 0 ? 422 : 200,
    body: (
      <QuestionsPage
        reader={visit}
        say={questionWords.say(visit.lang)}
        now={visit.now}
        typed={visit.form.typed}
        isTold={isTold}
        mayAsk={!isTold && rules.ask({ to: null, seated: [] }, visit.actor).ok}
        isVisitor={!isTold && !isSignedIn(visit.actor)}
        seated={seated.filter((politician) => politician.id !== visit.actor.person)}
        chosen={chosenOf(visit, seated)}
        deadline={visit.time.deadline(rules.dueAfter(visit.now, visit.jurisdiction))}
        {...{ errors, near, asking, problem, questions, people, hidden }}
      />
    ),
  })
}

/** `?to=ragna-holm`, as a politician's own page links here. */
function chosenOf(visit: Visit, seated: readonly Politician[]): string {
  const slug = visit.query.get('to')
  return seated.find((politician) => politician.slug === slug)?.id ?? ''
}

function askedAmong(questions: readonly store.Question[]): readonly Id<'person'>[] {
  return [...new Set(questions.flatMap(({ to }) => (to === null ? [] : [to])))]
}

export async function questionPage(
  visit: QuestionVisit,
  errors: readonly FieldError[] = [],
  /** An answer that is very like one she gave somebody else, before it is sent. */
  veryLike?: string,
): Promise<Reply> {
  const { slug, number } = atOf(visit)
  const problem = await problemBySlug(visit.read, slug)
  const question = problem && (await store.questionByNumber(visit.read, problem.id, number))
  if (!problem || !question) return notFound()
  const { actor } = visit
  const [rounds, people, hidden, asking, hasJoined, likes] = await Promise.all([
    store.roundsOf(visit.read, question.id),
    politiciansById(visit.read, askedAmong([question])),
    hiddenAmong(visit.read, [question.id]),
    askedTooCounts(visit.read, [question.id]),
    isSignedIn(actor) ? hasAskedToo(visit.read, question.id, actor.account) : false,
    likeLines(visit, question, veryLike),
  ])
  const authors = await bylines(visit.read, [question.askedBy, ...rounds.map((round) => round.repliedBy)])
  const isOpen = !visit.jurisdiction.isTold && question.source === null
  const words = questionWords.say(visit.lang)
  const list = { text: words('questions.title'), href: visit.to('inquiry.questions', { problem: problem.slug }) }
  return page({
    title: hidden.has(question.id) ? words('questions.number', { number }) : question.question,
    crumbs: [...problemCrumbs(visit, problem), list],
    status: errors.length > 0 ? 422 : 200,
    body: (
      <QuestionPage
        reader={visit}
        say={words}
        now={visit.now}
        typed={visit.form.typed}
        hidden={hidden.get(question.id)}
        may={{
          answer: isOpen && rules.answer(question, visit.actor).ok,
          join: isOpen && rules.joinAsking({ ...question, isTold: false, hasJoined }, visit.actor).ok,
          leave: isOpen && hasJoined && !question.hasReply,
          judge: isOpen && rules.judge(question, { isAnswer: true, words: '' }, visit.actor).ok,
        }}
        asking={1 + (asking.get(question.id) ?? 0)}
        {...{ errors, problem, question, rounds, people, authors, likes }}
      />
    ),
  })
}

/** What answers of this question are nearly the same as; with `veryLike`, also what would be. */
async function likeLines(
  { read, to, actor }: QuestionVisit,
  question: store.Question,
  veryLike: string | undefined,
): Promise<readonly LikeLine[]> {
  const stored = (await likenessesOf(read, question.id)).map((one) => ({ ...one, isStored: true }))
  const person = veryLike === undefined ? null : actor.person
  const coming = person
    ? likesOf(veryLike ?? '', await repliesToOthers(read, { by: person, except: question.askedBy }))
    : []
  const all = [
    ...stored,
    ...coming.map((like) => ({
      round: question.round,
      likeQuestion: like.question,
      share: like.share,
      isStored: false,
    })),
  ]
  const others = await store.questionsById(read, [...new Set(all.map(({ likeQuestion }) => likeQuestion))])
  const [hidden, slugs] = await Promise.all([
    hiddenAmong(
      read,
      others.map(({ id }) => id),
    ),
    slugsOf(read, others),
  ])
  return all.flatMap(({ round, likeQuestion, share, isStored }) => {
    const other = others.find(({ id }) => id === likeQuestion)
    if (!other) return []
    const title = hidden.has(other.id) ? hiddenWords : other.question
    const href = to('inquiry.question', { problem: slugs.get(other.problem) ?? '', number: other.number })
    return [{ round, title, href, share, isStored }]
  })
}
