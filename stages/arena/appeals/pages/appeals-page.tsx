import type { Id } from '@folkmoot/basics/ids.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import {
  Button,
  Checkboxes,
  Empty,
  ErrorSummary,
  Form,
  Head,
  NumberField,
  Panel,
  Said,
  Section,
  StateTag,
  TextArea,
  TextField,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import type { Declaration, Problem } from '../../../problem/index.ts'
import type { SayAppeal } from '../messages/words.ts'
import type { Appeal } from '../store.ts'

export type AppealsPageProps = {
  readonly reader: Reader
  readonly say: SayAppeal
  readonly problem: Problem
  readonly appeals: readonly Appeal[]
  readonly hidden: ReadonlySet<Id>
  readonly organisations: readonly Declaration[]
  readonly isOpen: boolean
  /** Whether whoever looks opens the call; else who does. */
  readonly mayOpen: boolean
  readonly openers: string
  readonly typed: Typed
  readonly errors: Errors
}

/** Whom the group is looking for, written by those who choose or the clerk. */
export function AppealsPage(props: AppealsPageProps) {
  const { reader, say, problem, appeals, isOpen, errors } = props
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={<Said lang={problem.language}>{problem.question}</Said>}
        title={say('list.title')}
        lead={say('list.lead')}
      />
      <p>
        <a class="fm-link" href={reader.to('arena.representation', { problem: problem.slug })}>
          {say('list.to-report')}
        </a>
      </p>
      {isOpen ? (
        <Write {...props} />
      ) : (
        <Empty title={say('list.closed')} level={2}>
          <p>{say(props.mayOpen ? 'list.closed-next' : 'list.closed-who', { names: props.openers })}</p>
          <p>
            <a class="fm-link" href={reader.to('arena.people', { problem: problem.slug })}>
              {say('list.closed-link')}
            </a>
          </p>
        </Empty>
      )}
      {appeals.length > 0 ? (
        <Section id="appeals" title={say('list.so-far')}>
          {appeals.map((appeal) => (
            <One {...props} appeal={appeal} />
          ))}
        </Section>
      ) : null}
    </>
  )
}

function Write({ reader, say, problem, organisations, typed, errors }: AppealsPageProps) {
  const kept = { typed, errors }
  return (
    <Section id="write" title={say('write.title')}>
      <Form action={reader.to('arena.write-appeal', { problem: problem.slug })} labelledBy="write">
        <TextField
          name="whom"
          label={say('write.whom')}
          help={say('write.whom-help')}
          maxLength={200}
          required
          {...kept}
        />
        <NumberField name="wanted" label={say('write.wanted')} required {...kept} />
        {organisations.length > 0 ? (
          <Checkboxes
            name="organisation"
            label={say('write.organisations')}
            help={say('write.organisations-help')}
            options={organisations.map(({ id, organisation, speaksFor }) => ({
              value: id,
              label: organisation,
              help: speaksFor,
            }))}
            {...kept}
          />
        ) : null}
        <TextField
          name="through"
          label={say('write.through')}
          help={say('write.through-help')}
          maxLength={300}
          {...kept}
        />
        <TextArea
          name="words"
          label={say('write.words')}
          help={say('write.words-help')}
          rows={5}
          maxLength={2000}
          {...kept}
        />
        <Button>{say('write.send')}</Button>
      </Form>
    </Section>
  )
}

function One({ reader, say, problem, hidden, organisations, appeal }: AppealsPageProps & { readonly appeal: Appeal }) {
  const { id, number, whom, wanted, language, writtenAt, endedAt } = appeal
  const asked = appeal.organisations.flatMap(
    (one) => organisations.find((known) => known.id === one)?.organisation ?? [],
  )
  return (
    <Panel>
      <h3>
        <a href={reader.to('arena.appeal', { problem: problem.slug, number })}>
          {hidden.has(id) ? say('one.hidden') : <Said lang={language}>{whom}</Said>}
        </a>
      </h3>
      <p class="fm-small">
        {say('now.wanted', { count: wanted })} · {say('list.since', { day: reader.time.day(writtenAt) })}
      </p>
      {asked.length > 0 ? <p class="fm-small">{say('list.asked', { names: asked.join(', ') })}</p> : null}
      {endedAt ? (
        <StateTag icon="agree" color="neutral">
          {say('list.ended', { day: reader.time.day(endedAt) })}
        </StateTag>
      ) : (
        <Form action={reader.to('arena.end-appeal', { problem: problem.slug, number })} shape="inline">
          <Button size="sm" variant="secondary">
            {say('list.end')}
            <span class="fm-vh">: {whom}</span>
          </Button>
        </Form>
      )}
    </Panel>
  )
}
