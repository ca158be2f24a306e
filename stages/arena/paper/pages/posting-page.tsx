import type { Reader } from '../../../../platform/http/index.ts'
import {
  Button,
  ButtonLink,
  Checkboxes,
  Empty,
  ErrorSummary,
  Form,
  Head,
  List,
  Said,
  Section,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import type { Problem } from '../../../problem/index.ts'
import type { SayPaper } from '../messages/words.ts'
import { keyOf, type Letter } from '../owed.ts'
import type { Posted } from '../store.ts'

export type PostingPageProps = {
  readonly say: SayPaper
  readonly reader: Reader
  readonly problem: Problem
  readonly letters: readonly Letter[]
  readonly posted: readonly Posted[]
  readonly typed: Typed
  readonly errors: Errors
}

/** Who without a computer has not been told yet; printed, posted, and marked. */
export function PostingPage(props: PostingPageProps) {
  const { say, reader, problem, letters, posted, errors } = props
  const toPrint = letters.filter(({ record }) => record.address !== '').length
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={<Said lang={problem.language}>{problem.question}</Said>}
        title={say('page.title')}
        lead={say('page.lead')}
      >
        {toPrint > 0 ? (
          <div class="fm-act">
            <ButtonLink href={reader.to('arena.paper-letters-file', { problem: problem.slug })}>
              {say('page.print')}
            </ButtonLink>
            <span class="fm-mini">{say('page.print-help', { count: toPrint })}</span>
          </div>
        ) : null}
      </Head>
      {letters.length === 0 ? (
        <Empty title={say('page.none')} level={2}>
          <p>{say('page.none-text')}</p>
        </Empty>
      ) : (
        <Marking {...props} />
      )}
      {posted.length > 0 ? (
        <Section id="posted" title={say('page.posted')}>
          <List
            items={posted.map(({ receipt, kind, postedAt, by }) =>
              say('page.posted-line', {
                number: receipt,
                what: say(`page.posted-${kind}`),
                day: reader.time.day(postedAt),
                name: by,
              }),
            )}
          />
        </Section>
      ) : null}
    </>
  )
}

function Marking({ say, reader, problem, letters, typed, errors }: PostingPageProps) {
  return (
    <Form action={reader.to('arena.mark-posted', { problem: problem.slug })} label={say('page.mark')}>
      <Checkboxes
        name="letters"
        label={say('page.which')}
        required
        options={letters.map((letter) => ({
          value: keyOf(letter),
          label: say('page.line', {
            name: letter.record.name,
            number: letter.receipt,
            what: say(`page.kind-${letter.kind}`, { day: letter.offer ? reader.time.day(letter.offer.answerBy) : '' }),
          }),
          help: letter.record.address === '' ? say('page.call', { phone: letter.record.phone }) : undefined,
        }))}
        {...{ typed, errors }}
      />
      <Button>{say('page.mark')}</Button>
    </Form>
  )
}
