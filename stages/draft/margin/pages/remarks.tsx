import {
  Button,
  Form,
  HiddenField,
  List,
  Pager,
  Prose,
  Row,
  Section,
  StateTag,
  TextArea,
} from '../../../../ui/index.ts'
import { Author, HiddenText, langOf, Muted, Report } from '../../pages/parts.tsx'
import { remarksPageText } from '../remark-rules.ts'
import type { Remark } from '../remark-store.ts'
import type { MarginProps } from './props.ts'

export type RemarksProps = MarginProps & {
  readonly remarks: readonly Remark[]
  readonly mayRemark: boolean
  readonly mayResolve: boolean
  /** Somebody could say something here, were she signed in. */
  readonly isForVisitor: boolean
  /** On all pages. */
  readonly count: number
  readonly page: number
  readonly lastPage: number
  /** The comment she replies to; null where she begins one. */
  readonly replied: Remark | null
}

/** What people say in the margin, replies under what they reply to; what is settled stays to be read. */
export function Remarks(props: RemarksProps) {
  const { say, remarks, count } = props
  return (
    <Section id="remarks" title={say('remark.title', { count })}>
      {count === 0 ? (
        <Muted>{say('remark.none')}</Muted>
      ) : (
        <List
          items={remarks.map((remark) => (
            <OneRemark {...props} remark={remark} />
          ))}
        />
      )}
      <Pages {...props} />
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
  const { reader, say, sayDraft, slug, clause, authors, hidden, remark, page, mayRemark, mayResolve } = props
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
          <a
            class="fm-small fm-link"
            href={`${reader.to('draft.clause', at)}?${page === 1 ? '' : `remarks=${page}&`}reply=${number}#say`}
          >
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

function Pages({ reader, say, slug, clause, page, lastPage }: RemarksProps) {
  if (lastPage === 1) return null
  const to = (at: number): string =>
    `${reader.to('draft.clause', { problem: slug, clause: clause.id })}${remarksPageText(at)}#remarks`
  return (
    <>
      <Pager
        label={say('remark.pages')}
        before={page > 1 ? { href: to(Math.min(page - 1, lastPage)), text: say('remark.before') } : undefined}
        here={{ text: say('remark.here', { page, last: lastPage }) }}
        after={page < lastPage ? { href: to(page + 1), text: say('remark.after') } : undefined}
      />
      <p class="fm-mini fm-row">
        <a href={to(1)}>{say('remark.first')}</a>
        <a href={to(lastPage)}>{say('remark.last')}</a>
      </p>
    </>
  )
}

function SaySomething({ reader, say, slug, clause, replied, hidden, errors, typed }: RemarksProps) {
  const isMine = Object.hasOwn(typed, 'remark')
  return (
    <section class="fm-panel fm-stack" aria-labelledby="say">
      <h3 id="say" class="fm-h-mid">
        {replied ? say('remark.replying', { number: replied.number }) : say('remark.say')}
      </h3>
      {replied && !hidden.has(replied.id) ? <Prose text={replied.text} lang={langOf(replied.language)} /> : null}
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
