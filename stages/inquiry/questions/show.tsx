import { isSignedIn } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { politicians, politiciansById, todayIn, type Politician } from '../../../platform/directory/index.ts'
import { notFound, page, type FieldError, type Reply, type Visit } from '../../../platform/http/index.ts'
import { bylines } from '../../../platform/identity/index.ts'
import { hiddenAmong } from '../../../platform/moderation/index.ts'
import { problemBySlug, problemCrumbs } from '../../problem/index.ts'
import { questionWords } from './messages/words.ts'
import { QuestionPage } from './pages/question-page.tsx'
import { QuestionsPage } from './pages/questions-page.tsx'
import * as rules from './rules.ts'
import * as store from './store.ts'

type QuestionVisit = Visit<'inquiry.question'>
type ListVisit = Visit<'inquiry.questions'>

/** Zero is nobody's number: what cannot be one is not found. */
export function atOf({ params }: QuestionVisit): { readonly slug: string; readonly number: number } {
  return { slug: params.problem, number: /^[1-9]\d{0,8}$/.test(params.number) ? Number(params.number) : 0 }
}

export async function questionsPage(visit: ListVisit, errors: readonly FieldError[] = []): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const [questions, seated] = await Promise.all([
    store.questionsOf(visit.read, problem.id),
    politicians(visit.read, todayIn(visit.jurisdiction, visit.now)),
  ])
  const [people, hidden] = await Promise.all([
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
    status: errors.length > 0 ? 422 : 200,
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
        {...{ errors, problem, questions, people, hidden }}
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

export async function questionPage(visit: QuestionVisit, errors: readonly FieldError[] = []): Promise<Reply> {
  const { slug, number } = atOf(visit)
  const problem = await problemBySlug(visit.read, slug)
  const question = problem && (await store.questionByNumber(visit.read, problem.id, number))
  if (!problem || !question) return notFound()
  const [rounds, people, hidden] = await Promise.all([
    store.roundsOf(visit.read, question.id),
    politiciansById(visit.read, askedAmong([question])),
    hiddenAmong(visit.read, [question.id]),
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
          judge: isOpen && rules.judge(question, { isAnswer: true, words: '' }, visit.actor).ok,
        }}
        {...{ errors, problem, question, rounds, people, authors }}
      />
    ),
  })
}
