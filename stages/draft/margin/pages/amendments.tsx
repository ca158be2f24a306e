import {
  Button,
  Details,
  DiffKey,
  diffWords,
  Form,
  HiddenField,
  Note,
  Radios,
  Row,
  Section,
  StateTag,
  TextArea,
  WordDiff,
  type IconName,
  type TagColor,
} from '../../../../ui/index.ts'
import { Author, HiddenText, langOf, Muted, Report } from '../../pages/parts.tsx'
import type { Merged } from '../../text/merging.ts'
import { amendmentKinds, type AmendmentState, type Deciding } from '../amendment-rules.ts'
import type { Amendment } from '../amendment-store.ts'
import type { MarginProps } from './props.ts'

export type ShownAmendment = {
  readonly amendment: Amendment
  /** The clause in the text being written; null when it is gone from there. */
  readonly now: string | null
  /** What the change makes of it; null for a new clause. */
  readonly merged: Merged | null
  readonly mayDecide: boolean
  readonly mayWithdraw: boolean
  /** Where the majority decides, while it has not. */
  readonly voices: { readonly accept: number; readonly decline: number; readonly needed: number } | null
}

export type AmendmentsProps = MarginProps & {
  readonly amendments: readonly ShownAmendment[]
  readonly mandate: Deciding
  readonly mayPropose: boolean
}

/** Changes proposed to a clause, word by word, each with its fate; and the way to propose one. */
export function Amendments(props: AmendmentsProps) {
  const { say, sayDraft, amendments, mandate } = props
  return (
    <Section id="amendments" title={say('amend.title', { count: amendments.length })}>
      <p class="fm-small">
        {say(`amend.who.${mandate.deciders}`)}
        {mandate.proposerDecides ? ` ${say('amend.who.own')}` : ''}
      </p>
      {amendments.length === 0 ? <Muted>{say('amend.none')}</Muted> : null}
      {amendments.some(({ amendment }) => amendment.kind !== 'add') ? (
        <DiffKey
          struck={sayDraft('diff.struck')}
          takenOut={sayDraft('diff.taken-out')}
          underlined={sayDraft('diff.underlined')}
          putIn={sayDraft('diff.put-in')}
        />
      ) : null}
      {amendments.map((one) => (
        <OneAmendment {...props} {...one} />
      ))}
      {props.mayPropose ? <Propose {...props} /> : null}
    </Section>
  )
}

const looks: Readonly<Record<AmendmentState, { readonly icon: IconName; readonly color: TagColor }>> = {
  open: { icon: 'edit', color: 'brand1' },
  accepted: { icon: 'agree', color: 'success' },
  declined: { icon: 'disagree', color: 'neutral' },
  withdrawn: { icon: 'empty', color: 'neutral' },
}

type OneProps = AmendmentsProps & ShownAmendment

function OneAmendment(props: OneProps) {
  const { reader, say, sayDraft, authors, hidden, amendment } = props
  const { id, number, kind, state, base, words, reason, language } = amendment
  const stone = hidden.get(id)
  return (
    <article id={`amendment-${number}`} class="fm-panel fm-stack" aria-labelledby={`amendment-${number}-title`}>
      <Row isSpread>
        <h3 id={`amendment-${number}-title`} class="fm-h-mid">
          {say('amend.name', { number })}: {say(`amend.kind.${kind}`)}
        </h3>
        <StateTag {...looks[state]}>{say(`amend.state.${state}`)}</StateTag>
      </Row>
      <p class="fm-row">
        <Author reader={reader} author={authors.get(amendment.proposedBy)} />
        <span class="fm-mini">
          {say(`amend.as.${amendment.as}`)} · {say('amend.proposed', { day: reader.time.day(amendment.proposedAt) })}
        </span>
      </p>
      {stone ? (
        <HiddenText reader={reader} stone={stone} />
      ) : (
        <>
          <WordDiff
            parts={kind === 'add' ? [{ kind: 'in', text: words }] : diffWords(base, words)}
            lang={langOf(language)}
          />
          <p lang={langOf(language)}>{say('amend.why', { reason })}</p>
          <Fate {...props} />
          <Decide {...props} />
          {reader.actor.account ? (
            <Report reader={reader} say={sayDraft} kind="amendment" id={id} about={say('amend.name', { number })} />
          ) : null}
        </>
      )}
    </article>
  )
}

function Fate({ reader, say, authors, amendment, now, merged, voices }: OneProps) {
  const { state, settledBy, settledAt, settledReason, result, words, kind } = amendment
  if (state !== 'open') {
    return (
      <>
        <p class="fm-row">
          <span>{say('amend.settled', { state, day: settledAt ? reader.time.day(settledAt) : '' })}</span>
          {state === 'withdrawn' ? null : (
            <Author reader={reader} author={settledBy ? authors.get(settledBy) : undefined} />
          )}
        </p>
        {settledReason ? <p>{say('amend.because', { reason: settledReason })}</p> : null}
        {state === 'accepted' && kind === 'replace' && result !== words ? (
          <p>{say('amend.became', { words: result })}</p>
        ) : null}
      </>
    )
  }
  return (
    <>
      {voices ? <p>{say('amend.voices', voices)}</p> : null}
      {now === null ? (
        <Note icon="info">
          <p>{say('amend.gone')}</p>
        </Note>
      ) : merged?.isConflict ? (
        <Note icon="info">
          <p>{say('amend.conflict', { words: now })}</p>
        </Note>
      ) : merged && kind === 'replace' && merged.text !== words ? (
        <Note icon="info">
          <p>{say('amend.merged', { words: merged.text })}</p>
        </Note>
      ) : null}
    </>
  )
}

function Decide({ reader, say, slug, clause, amendment, merged, mayDecide, mayWithdraw, errors, typed }: OneProps) {
  const { number } = amendment
  const at = { problem: slug, clause: clause.id, number }
  const isMine = typed['amendment']?.[0] === String(number)
  const kept = { within: String(number), errors: isMine ? errors : [], typed: isMine ? typed : undefined }
  return (
    <>
      {mayDecide ? (
        <Form action={reader.to('draft.decide-amendment', at)} label={say('amend.name', { number })}>
          <HiddenField name="amendment" value={String(number)} />
          {merged?.isConflict ? (
            <TextArea
              name="final"
              label={say('decide.final')}
              help={say('decide.final-help')}
              value={merged.proposal}
              isUnmarked
              rows={3}
              maxLength={2000}
              {...kept}
            />
          ) : null}
          <TextArea
            name="reason"
            label={say('decide.reason')}
            help={say('decide.reason-help')}
            rows={2}
            maxLength={2000}
            required
            {...kept}
          />
          <Row>
            <Button name="decision" value="accept" icon="agree">
              {say('decide.accept', { number })}
            </Button>
            <Button name="decision" value="decline" icon="disagree" variant="secondary">
              {say('decide.decline', { number })}
            </Button>
          </Row>
        </Form>
      ) : null}
      {mayWithdraw ? (
        <Form action={reader.to('draft.withdraw-amendment', at)} shape="inline">
          <Button variant="tertiary" size="sm">
            {say('withdraw.send', { number })}
          </Button>
        </Form>
      ) : null}
    </>
  )
}

function Propose({ reader, say, slug, clause, errors, typed }: AmendmentsProps) {
  const isMine = Object.hasOwn(typed, 'why')
  const kept = { errors: isMine ? errors : [], typed: isMine ? typed : undefined }
  return (
    <Details summary={say('amend.new')} isOpen={isMine && errors.length > 0}>
      <Form action={reader.to('draft.amend', { problem: slug, clause: clause.id })} label={say('amend.new')}>
        <HiddenField name="base" value={clause.text} />
        <Radios
          name="kind"
          label={say('amend.kind')}
          value="replace"
          options={amendmentKinds.map((kind) => ({ value: kind, label: say(`amend.kind.${kind}`) }))}
          required
          {...kept}
        />
        <TextArea
          name="words"
          label={say('amend.words')}
          help={say('amend.words-help')}
          value={clause.text}
          isUnmarked
          rows={4}
          maxLength={2000}
          {...kept}
        />
        <TextArea
          name="why"
          label={say('amend.reason')}
          help={say('amend.reason-help')}
          rows={2}
          maxLength={2000}
          required
          {...kept}
        />
        <Button>{say('amend.send')}</Button>
      </Form>
    </Details>
  )
}
