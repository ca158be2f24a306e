import { leastVoters, type Cell, type Published } from '@folkmoot/tally/suppress.ts'
import { Button, Form, HiddenField, Row, Section, Small } from '../../../../ui/index.ts'
import type { MarginProps } from './props.ts'

export type PollProps = MarginProps & {
  readonly members: number
  /** Counts of the last drawing, with small numbers suppressed. */
  readonly drawn: Published | null
  readonly mayAnswer: boolean
  readonly hasAnswered: boolean
}

/** The anonymous straw poll on the words of a clause: counts alone, and those only when no single answer can be read from them. */
export function Poll({ reader, say, slug, clause, members, drawn, mayAnswer, hasAnswered }: PollProps) {
  const cell = (one: Cell): string => (typeof one === 'number' ? String(one) : say(`poll.${one}`))
  return (
    <Section id="poll" title={say('poll.title')}>
      <p class="fm-small">{say('poll.lead')}</p>
      {drawn?.kind === 'shown' ? (
        <p>
          {say('poll.shown', { agree: cell(drawn.agree), canLive: cell(drawn.pass), against: cell(drawn.disagree) })}
        </p>
      ) : (
        <p>{members < leastVoters ? say('poll.small', { members }) : say('poll.wait')}</p>
      )}
      {mayAnswer ? (
        <Form
          action={reader.to('draft.answer-poll', { problem: slug, clause: clause.id })}
          label={say('poll.question')}
        >
          <HiddenField name="base" value={clause.text} />
          <p>
            <strong>{say('poll.question')}</strong>
          </p>
          <Row>
            <Button name="choice" value="agree" variant="secondary" icon="agree">
              {say('poll.agree')}
            </Button>
            <Button name="choice" value="can-live" variant="secondary" icon="people">
              {say('poll.can-live')}
            </Button>
            <Button name="choice" value="against" variant="secondary" icon="disagree">
              {say('poll.against')}
            </Button>
          </Row>
          {hasAnswered ? <Small>{say('poll.answered')}</Small> : null}
        </Form>
      ) : (
        <Small>{say('poll.members')}</Small>
      )}
    </Section>
  )
}
