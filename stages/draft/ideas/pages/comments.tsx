import type { Id } from '@folkmoot/basics/ids.ts'
import { isSignedIn } from '@folkmoot/basics/actor.ts'
import type { Byline } from '../../../../platform/identity/index.ts'
import type { Tombstone } from '../../../../platform/moderation/index.ts'
import {
  Button,
  ButtonLink,
  Form,
  HiddenField,
  List,
  Pager,
  Prose,
  Section,
  StateTag,
  TextArea,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import { Author, HiddenText, langOf, Muted, Report } from '../../pages/parts.tsx'
import type { Comment } from '../comment-store.ts'
import type { IdeaWords } from './words.ts'

export type CommentsProps = IdeaWords & {
  readonly slug: string
  readonly number: number
  readonly comments: readonly Comment[]
  /** On all pages. */
  readonly count: number
  readonly page: number
  readonly lastPage: number
  readonly writers: ReadonlyMap<Id<'account'>, Byline>
  readonly hidden: ReadonlyMap<Id, Tombstone>
  /** The comment she replies to; null where she begins one. */
  readonly replyTo: Comment | null
  readonly mayComment: boolean
  readonly errors: Errors
  readonly typed: Typed
}

/** What people say to an idea, replies under what they reply to; and a place to say something. */
export function Comments(props: CommentsProps) {
  const { say, comments, count } = props
  return (
    <Section id="comments" title={say('comments.title', { count })}>
      {count === 0 ? (
        <Muted>{say('comments.none')}</Muted>
      ) : (
        <List
          items={comments.map((comment) => (
            <OneComment {...props} comment={comment} />
          ))}
        />
      )}
      <Pages {...props} />
      <Say {...props} />
    </Section>
  )
}

function OneComment(props: CommentsProps & { readonly comment: Comment }) {
  const { reader, say, sayDraft, slug, number, page, comment, writers, hidden, mayComment } = props
  const stone = hidden.get(comment.id)
  const isReply = comment.head !== comment.number
  return (
    <article
      id={`comment-${comment.number}`}
      class={isReply ? 'fm-stack fm-stack--2 fm-comment is-reply' : 'fm-stack fm-stack--2 fm-comment'}
      aria-label={say(isReply ? 'comments.reply-name' : 'comments.name', {
        number: comment.number,
        head: comment.head,
      })}
    >
      <p class="fm-row">
        <Author reader={reader} author={writers.get(comment.writtenBy)} />
        {comment.as === 'politician' || comment.as === 'member' || comment.as === 'staff' ? (
          <StateTag
            icon={comment.as === 'staff' ? 'edit' : 'people'}
            color={comment.as === 'staff' ? 'neutral' : 'brand1'}
          >
            {say(`comments.as-${comment.as}`)}
          </StateTag>
        ) : null}
        <span class="fm-mini">
          {say(isReply ? 'comments.replied' : 'comments.said', {
            number: comment.number,
            head: comment.head,
            day: reader.time.day(comment.writtenAt),
          })}
        </span>
      </p>
      {stone ? (
        <HiddenText reader={reader} stone={stone} />
      ) : (
        <>
          <Prose text={comment.text} lang={langOf(comment.language)} />
          {mayComment ? (
            <div class="fm-row">
              {isReply ? null : (
                <a
                  class="fm-small fm-link"
                  href={`${reader.to('draft.idea', { problem: slug, number })}?page=${page}&reply=${comment.number}#say`}
                >
                  {say('comments.reply')}
                  <span class="fm-vh"> {say('comments.name', { number: comment.number })}</span>
                </a>
              )}
              <Report
                {...{ reader }}
                say={sayDraft}
                kind="comment"
                id={comment.id}
                about={say('comments.name', { number: comment.number })}
              />
            </div>
          ) : null}
        </>
      )}
    </article>
  )
}

function Pages({ reader, say, slug, number, page, lastPage }: CommentsProps) {
  if (lastPage === 1) return null
  const to = (at: number): string =>
    `${reader.to('draft.idea', { problem: slug, number })}${at === 1 ? '' : `?page=${at}`}#comments`
  return (
    <div class="fm-stack fm-stack--2">
      <Pager
        label={say('comments.pages')}
        before={page > 1 ? { href: to(Math.min(page - 1, lastPage)), text: say('pages.before') } : undefined}
        here={{ text: say('pages.here', { page, last: lastPage }) }}
        after={page < lastPage ? { href: to(page + 1), text: say('pages.after') } : undefined}
      />
      <p class="fm-mini fm-row">
        <a href={to(1)}>{say('pages.first')}</a>
        <a href={to(lastPage)}>{say('pages.last')}</a>
      </p>
    </div>
  )
}

function Say({ reader, say, slug, number, replyTo, mayComment, errors, typed, hidden }: CommentsProps) {
  if (!mayComment)
    return isSignedIn(reader.actor) ? null : (
      <p>
        <ButtonLink href={reader.to('sign-in')} variant="secondary">
          {say('comments.sign-in')}
        </ButtonLink>
      </p>
    )
  return (
    <section class="fm-panel fm-stack" aria-labelledby="say">
      <h3 id="say" class="fm-h-mid">
        {replyTo ? say('comments.replying', { number: replyTo.number }) : say('comments.say')}
      </h3>
      {replyTo && !hidden.has(replyTo.id) ? <Prose text={replyTo.text} lang={langOf(replyTo.language)} /> : null}
      <Form action={reader.to('draft.comment', { problem: slug, number })} labelledBy="say">
        {replyTo ? <HiddenField name="replyTo" value={String(replyTo.number)} /> : null}
        <TextArea
          name="words"
          label={say('comments.words')}
          help={say('comments.words-help')}
          rows={4}
          maxLength={2000}
          required
          {...{ errors, typed }}
        />
        <Button>{say(replyTo ? 'comments.send-reply' : 'comments.send')}</Button>
      </Form>
    </section>
  )
}
