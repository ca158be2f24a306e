import type { Reader } from '../../../../platform/http/index.ts'
import {
  Actions,
  Beads,
  Button,
  ButtonLink,
  Empty,
  ErrorSummary,
  Form,
  Head,
  HiddenField,
  Note,
  Scale,
  type Errors,
} from '../../../../ui/index.ts'
import { answersOf, type Item } from '../instruments.ts'
import type { Moment } from '../rules.ts'
import type { SaySurveys } from '../messages/words.ts'
import { itemWords } from '../words.ts'

/** Sent in place of a number by who would rather not say. */
export const noAnswer = 'none'

export type SurveyPageProps = {
  readonly reader: Reader
  readonly say: SaySurveys
  readonly errors: Errors
  readonly typed: Readonly<Record<string, readonly string[]>>
  readonly question: string
  /** The name of the body the questions speak of. */
  readonly body: string
  readonly slug: string
  readonly moment: Moment
  readonly closesAt: Temporal.Instant
  readonly pages: readonly (readonly Item[])[]
  /** From 0. */
  readonly at: number
  /** Keys of what she has answered; what she said is shown to nobody. */
  readonly answered: ReadonlySet<string>
}

/** Ten questions without headings (OECD 2021 asks for that), and what becomes of the answers before the first. */
export function SurveyPage(props: SurveyPageProps) {
  const { reader, say, errors, typed, question, body, slug, moment, closesAt, pages, at, answered } = props
  const asked = pages[at] ?? []
  const done = asked.filter(({ key }) => answered.has(key)).length
  const isLast = at === pages.length - 1
  const minutes = Math.max(1, Math.round(pages.flat().length / 5))
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={question}
        title={say('survey.title')}
        lead={say('survey.lead', { minutes, deadline: reader.time.deadline(closesAt) })}
      />
      <Note icon="hidden">
        <p>{say('survey.promise')}</p>
      </Note>
      <Beads label={say('survey.page', { page: at + 1, pages: pages.length })} done={at} of={pages.length} />
      <Form
        action={reader.to('outcome.answer-survey', { problem: slug, moment })}
        label={say('survey.page', { page: at + 1, pages: pages.length })}
      >
        <p class="fm-mini">{say('survey.page', { page: at + 1, pages: pages.length })}</p>
        {done > 0 ? <p class="fm-small">{say('survey.answered-here', { count: done, of: asked.length })}</p> : null}
        <HiddenField name="page" value={String(at + 1)} />
        {asked.map((item) => (
          <Scale
            name={item.key}
            label={itemWords({ say, body }, item)}
            steps={answersOf(item).map(String)}
            ends={[say(`ends.${item.ends}-low`), say(`ends.${item.ends}-high`)]}
            none={{ value: noAnswer, label: say('survey.none') }}
            isUnmarked
            {...{ typed, errors }}
          />
        ))}
        <Actions>
          <Button>{say(isLast ? 'survey.send-last' : 'survey.send')}</Button>
        </Actions>
      </Form>
      <Pages {...props} />
    </>
  )
}

function Pages({ reader, say, slug, moment, pages, at, answered }: SurveyPageProps) {
  if (pages.length < 2) return null
  const href = reader.to('outcome.survey', { problem: slug, moment })
  return (
    <nav aria-label={say('survey.pages')}>
      <ol class="fm-plain fm-small">
        {pages.map((page, index) => {
          const done = page.filter(({ key }) => answered.has(key)).length
          const words = say('survey.go-page', { page: index + 1, done, of: page.length })
          return (
            <li>
              {index === at ? (
                <span aria-current="page">{words}</span>
              ) : (
                <a class="fm-link" href={`${href}?page=${index + 1}`}>
                  {words}
                </a>
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

export type NoSurveyPageProps = Pick<SurveyPageProps, 'reader' | 'say' | 'question' | 'slug'> & {
  readonly why: 'not-asked' | 'over'
}

/** For who comes too late, or was not asked. */
export function NoSurveyPage({ reader, say, question, slug, why }: NoSurveyPageProps) {
  return (
    <>
      <Head eyebrow={question} title={say('survey.title')} />
      <Empty
        title={say(`survey.${why}`)}
        level={2}
        action={
          <ButtonLink href={reader.to('outcome.surveys', { problem: slug })}>{say('survey.to-results')}</ButtonLink>
        }
      >
        {say(`survey.${why}-next`)}
      </Empty>
    </>
  )
}
