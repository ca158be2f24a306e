import { Button, Form, HiddenField, List, Prose, Row, Section, StateTag, TextArea } from '../../../../ui/index.ts'
import { Author, HiddenText, langOf, Muted, Report } from '../../pages/parts.tsx'
import type { Remark } from '../remark-store.ts'
import type { MarginProps } from './props.ts'

export type RemarksProps = MarginProps & {
  readonly remarks: readonly Remark[]
  readonly mayRemark: boolean
  readonly mayResolve: boolean
  /** Somebody could say something here, were she signed in. */
  readonly isForVisitor: boolean
  /** The number of the comment she replies to. */
  readonly replyTo: number | null
}

/** What people say in the margin, replies under what they reply to; what is settled stays to be read. */
export function Remarks(props: RemarksProps) {
  const { say, remarks } = props
  return (
    <Section id="remarks" title={say('remark.title', { count: remarks.length })}>
      {remarks.length === 0 ? (
        <Muted>{say('remark.none')}</Muted>
      ) : (
        <List
          items={remarks.map((remark) => (
            <OneRemark {...props} remark={remark} />
          ))}
        />
      )}
      {props.mayRemark ? <SaySomething {...props} /> : props.isForVisitor ? <SignIn {...props} /> : null}
    </Section>
  )
}

function SignIn({ reader, say, slug, clause }: RemarksProps) {
  const next = encodeURIComponent(`${reader.to('draft.clause', { problem: slug, clause: clause.id })}#remarks`)
  return (
    <p>
      <a href={`${reader.to('sign-in')}?next=${next}`}>{say('remark.sign-in')}</a>
    </p>
  )
}

function OneRemark(props: RemarksProps & { readonly remark: Remark }) {
  const { reader, say, sayDraft, slug, clause, authors, hidden, remark, mayRemark, mayResolve } = props
  const { id, number, head, text, isResolved } = remark
  const stone = hidden.get(id)
  const isReply = head !== number
  const at = { problem: slug, clause: clause.id }
  const name = say(isReply ? 'remark.reply-name' : 'remark.name', { number, head })
  return (
    <article
      id={`remark-${number}`}
      class={isReply ? 'fm-stack fm-stack--2 fm-comment is-reply' : 'fm-stack fm-stack--2 fm-comment'}
      aria-label={name}
    >
      <p class="fm-row">
        <Author reader={reader} author={authors.get(remark.writtenBy)} />
        <span class="fm-mini">
          {say(`remark.as.${remark.as}`)} · {name} · {reader.time.day(remark.writtenAt)}
        </span>
        {isResolved ? (
          <StateTag icon="agree" color="success">
            {say('remark.settled')}
          </StateTag>
        ) : null}
      </p>
      {stone ? <HiddenText reader={reader} stone={stone} /> : <Prose text={text} lang={langOf(remark.language)} />}
      <Row>
        {mayRemark && !isReply && !stone ? (
          <a class="fm-small fm-link" href={`${reader.to('draft.clause', at)}?reply=${number}#say`}>
            {say('remark.reply')}
            <span class="fm-vh"> {name}</span>
          </a>
        ) : null}
        {mayResolve && !isReply && !isResolved ? (
          <Form action={reader.to('draft.resolve-remark', { ...at, number })} shape="inline">
            <Button variant="tertiary" size="sm">
              {say('remark.resolve', { number })}
            </Button>
          </Form>
        ) : null}
        {stone || !reader.actor.account ? null : (
          <Report reader={reader} say={sayDraft} kind="remark" id={id} about={name} />
        )}
      </Row>
    </article>
  )
}

function SaySomething({ reader, say, slug, clause, remarks, replyTo, errors, typed }: RemarksProps) {
  const replied = remarks.find(({ number, head }) => number === replyTo && head === number)
  const isMine = Object.hasOwn(typed, 'remark')
  return (
    <section class="fm-panel fm-stack" aria-labelledby="say">
      <h3 id="say" class="fm-h-mid">
        {replied ? say('remark.replying', { number: replied.number }) : say('remark.say')}
      </h3>
      <Form action={reader.to('draft.remark', { problem: slug, clause: clause.id })} labelledBy="say">
        {replied ? <HiddenField name="replyTo" value={String(replied.number)} /> : null}
        <TextArea
          name="remark"
          label={say('remark.words')}
          help={say('remark.words-help')}
          rows={3}
          maxLength={2000}
          required
          errors={isMine ? errors : []}
          typed={isMine ? typed : undefined}
        />
        <Button>{say(replied ? 'remark.send-reply' : 'remark.send')}</Button>
      </Form>
    </section>
  )
}
