import { Button, DateField, ErrorSummary, Form, Radios, TextField } from '../../../ui/index.ts'
import { Moving, type MovingProps } from './moving.tsx'

export type LeadingProps = MovingProps & {
  /** Instant at which it closes by itself; null when it is not open. */
  readonly closesAt: Temporal.Instant | null
  /** How many statements the group has prepared for the opening. */
  readonly prepared: number
  /** People can prove here who they are, better than by a mailed code. */
  readonly mayAskForProof: boolean
}

/** For the chair and the members: open voting, or move the day of its close. Nobody closes it before that day. */
export function Leading(props: LeadingProps) {
  if (props.closesAt === null) return <Opening {...props} />
  return <Moving {...props} />
}

function Opening({ reader, say, slug, prepared, isChair, mayAskForProof, errors, typed }: LeadingProps) {
  const kept = { errors, typed }
  return (
    <section class="fm-panel fm-stack" aria-labelledby="open">
      <h2 id="open">{say('open.title')}</h2>
      <p>{say('open.lead')}</p>
      <p>{say('open.published')}</p>
      <p>
        {say('open.prepared', { count: prepared })}{' '}
        <a href={reader.to('opinion.prepare', { problem: slug })}>{say('open.prepare')}</a>
      </p>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Form action={reader.to('opinion.open', { problem: slug })} labelledBy="open">
        <DateField name="until" label={say('open.until')} help={say('open.until-help')} required {...kept} />
        <Radios
          name="shows"
          label={say('open.shows')}
          value="after-five"
          options={[
            { value: 'after-five', label: say('open.after-five') },
            { value: 'after-close', label: say('open.after-close') },
          ]}
          required
          {...kept}
        />
        <Radios
          name="moderation"
          label={say('open.moderation')}
          help={say('open.moderation-help')}
          value="after"
          options={[
            { value: 'after', label: say('open.moderation-after') },
            { value: 'before', label: say('open.moderation-before') },
          ]}
          required
          {...kept}
        />
        {mayAskForProof ? (
          <Radios
            name="leastAssurance"
            label={say('open.proof')}
            help={say('open.proof-help')}
            value="low"
            options={[
              { value: 'low', label: say('open.proof-low') },
              { value: 'substantial', label: say('open.proof-substantial') },
            ]}
            required
            {...kept}
          />
        ) : null}
        <Decided say={say} isChair={isChair} {...kept} />
        <Button>{say('open.send')}</Button>
      </Form>
    </section>
  )
}

type DecidedProps = Pick<LeadingProps, 'say' | 'isChair' | 'errors' | 'typed'>

function Decided({ say, isChair, errors, typed }: DecidedProps) {
  return (
    <TextField
      name="decided"
      label={say('open.decided')}
      help={say('open.decided-help')}
      maxLength={500}
      required={!isChair}
      errors={errors}
      typed={typed}
    />
  )
}
