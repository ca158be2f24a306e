import type { Reader } from '../../../../platform/http/index.ts'
import {
  Button,
  ButtonLink,
  Columns,
  ErrorSummary,
  Form,
  Head,
  HiddenField,
  LetterCodeField,
  Prose,
  Said,
  Section,
  TextArea,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import type { Problem } from '../../../problem/index.ts'
import type { SayLetter } from '../messages/words.ts'

type Shared = {
  readonly say: SayLetter
  readonly reader: Reader
  readonly errors: Errors
  readonly typed: Typed
}

export type LetterPageProps = Shared & {
  readonly offlineRoute: string
  /** With the letter that was opened here last. */
  readonly hasSaidNo: boolean
}

/** Whoever holds a letter types its code: the one thing to do here. */
export function LetterPage({ say, reader, errors, typed, offlineRoute, hasSaidNo }: LetterPageProps) {
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      {hasSaidNo ? (
        <Head title={say('done.no')} lead={say('done.no-next')} />
      ) : (
        <Head title={say('letter.title')} lead={say('letter.lead')} />
      )}
      <Columns
        main={
          <Form action={reader.to('arena.open-letter')} label={say(hasSaidNo ? 'letter.another' : 'letter.open')}>
            {hasSaidNo ? <h2 class="fm-h-mid">{say('letter.another')}</h2> : null}
            <LetterCodeField label={say('letter.code')} help={say('letter.code-help')} typed={typed} errors={errors} />
            <Button>{say('letter.open')}</Button>
          </Form>
        }
        aside={
          <>
            {offlineRoute ? (
              <Section id="phone" title={say('letter.phone-title')} size="aside">
                <Prose text={offlineRoute} />
              </Section>
            ) : null}
            <Section id="without" title={say('letter.without-title')} size="aside">
              <p class="fm-small">{say('letter.without')}</p>
              <p>
                <a class="fm-link" href={reader.to('cases')}>
                  {say('letter.to-cases')}
                </a>
              </p>
            </Section>
          </>
        }
      />
    </>
  )
}

export type OpenedPageProps = Shared & {
  readonly problem: Problem
  readonly closesAt: Temporal.Instant
  /** Signed in already. */
  readonly isKnown: boolean
}

/** What one is asked, and the two answers. */
export function OpenedPage({ say, reader, errors, typed, problem, closesAt, isKnown }: OpenedPageProps) {
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={say('letter.title')}
        title={<Said lang={problem.language}>{problem.question}</Said>}
        lead={say('letter.opened-lead', { deadline: reader.time.deadline(closesAt) })}
      />
      <p class="fm-text">{say('letter.what')}</p>
      <p>
        <a class="fm-link" href={reader.to('journey', { problem: problem.slug })}>
          {say('letter.read-on')}
        </a>
      </p>
      <Section id="yes" title={say('letter.yes-title')}>
        <p class="fm-text">{say(isKnown ? 'letter.yes-known' : 'letter.yes-new')}</p>
        <Form action={reader.to('arena.answer-letter')} labelledBy="yes">
          <HiddenField name="answer" value="yes" />
          <Button>{say('letter.yes')}</Button>
        </Form>
      </Section>
      <Section id="no" title={say('letter.no-title')}>
        <p class="fm-text">{say('letter.no-text')}</p>
        <Form action={reader.to('arena.answer-letter')} labelledBy="no">
          <HiddenField name="answer" value="no" />
          <TextArea
            name="reason"
            label={say('letter.no-reason')}
            help={say('letter.no-reason-help')}
            rows={2}
            maxLength={500}
            typed={typed}
            errors={errors}
          />
          <Button variant="secondary">{say('letter.no')}</Button>
        </Form>
      </Section>
    </>
  )
}

/** The letter is used; what is left is to ask for a seat. */
export function SaidYesPage({ say, reader, errors, problem }: Shared & { readonly problem: Problem }) {
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={<Said lang={problem.language}>{problem.question}</Said>}
        title={say('letter.said-yes')}
        lead={say('letter.said-yes-lead')}
      />
      <div class="fm-act">
        <ButtonLink href={reader.to('arena.application', { problem: problem.slug })}>
          {say('letter.to-application')}
        </ButtonLink>
      </div>
    </>
  )
}
