import type { Id } from '@folkmoot/basics/ids.ts'
import type { Byline } from '../../../../platform/identity/index.ts'
import type { Tombstone } from '../../../../platform/moderation/index.ts'
import { ButtonLink, Columns, Details, Empty, Head, List, Pager, Section, StateTag } from '../../../../ui/index.ts'
import { HiddenText, langOf } from '../../pages/parts.tsx'
import { ideaQueryText, ideasOnPage, pagesOf, type IdeaQuery } from '../list-rules.ts'
import type { IdeaCounts, ListedIdea } from '../list-store.ts'
import { variedOrderMethod as method } from '../order-rules.ts'
import type { Idea } from '../store.ts'
import { Narrow } from './narrow.tsx'
import type { IdeaWords } from './words.ts'

export type IdeasPageProps = IdeaWords & {
  readonly slug: string
  readonly question: string
  readonly ideas: readonly ListedIdea[]
  /** How many there are on all pages of this list. */
  readonly count: number
  readonly counts: IdeaCounts
  readonly query: IdeaQuery
  readonly authors: ReadonlyMap<Id<'account'>, Byline>
  readonly hidden: ReadonlyMap<Id, Tombstone>
  readonly isTold: boolean
  readonly mayWriteDown: boolean
}

/** What people have lived through and what they propose, a page at a time. */
export function IdeasPage(props: IdeasPageProps) {
  const { reader, say, slug, question, ideas, counts, isTold } = props
  return (
    <>
      <Head eyebrow={question} title={say('ideas.title')} lead={say(isTold ? 'ideas.lead-told' : 'ideas.lead')}>
        {isTold ? null : (
          <p>
            <ButtonLink
              href={
                reader.actor.account === null ? reader.to('sign-in') : reader.to('draft.new-idea', { problem: slug })
              }
              icon="edit"
            >
              {say(reader.actor.account === null ? 'ideas.sign-in' : 'ideas.jump')}
            </ButtonLink>
          </p>
        )}
      </Head>
      {counts.all === 0 ? (
        <Empty title={say('ideas.none')} level={2}>
          {say(isTold ? 'ideas.none-told' : 'ideas.none-next')}
        </Empty>
      ) : (
        <Columns
          main={
            <Section id="list" title={say('ideas.list')} isTitleHidden>
              <p class="fm-small">
                <strong>{say('ideas.count', { count: props.count })}.</strong> {say(`order.${props.query.order}-why`)}
              </p>
              {props.count === 0 ? (
                <Empty title={say('ideas.none-such')}>{say('ideas.none-such-next')}</Empty>
              ) : (
                <List
                  items={ideas.map((listed) => (
                    <OneIdea {...props} {...listed} />
                  ))}
                />
              )}
              <Pages {...props} />
            </Section>
          }
          aside={<Beside {...props} />}
        />
      )}
    </>
  )
}

function OneIdea(props: IdeasPageProps & ListedIdea) {
  const { reader, say, sayDraft, slug, idea, authors, hidden, usedIn, comments, joined, isOrdered, query } = props
  const stone = hidden.get(idea.id)
  if (stone) return <HiddenText reader={reader} stone={stone} />
  const author = idea.writtenBy ? authors.get(idea.writtenBy) : undefined
  return (
    <div class="fm-stack fm-stack--2">
      <p class="fm-row">
        <StateTag icon={idea.kind === 'experience' ? 'talk' : 'plus'} color="neutral">
          {sayDraft(`state.${idea.kind}`)}
        </StateTag>
        <span class="fm-mini">{whenOf({ reader, say, idea, name: author?.name ?? '' })}</span>
        {query.order === 'varied' && !isOrdered ? <span class="fm-mini">{say('order.not-yet')}</span> : null}
      </p>
      <h3>
        <a href={reader.to('draft.idea', { problem: slug, number: idea.number })} lang={langOf(idea.language)}>
          {idea.title}
        </a>
      </h3>
      <p class="fm-mini">
        {[
          ...(idea.area === '' ? [] : [idea.area]),
          ...(joined === 0 ? [] : [say('ideas.joined-by', { count: joined })]),
          ...(comments === 0 ? [] : [say('ideas.comments', { count: comments })]),
        ].join(' · ')}
      </p>
      {usedIn.length > 0 ? (
        <p class="fm-mini">
          <strong>
            {say(idea.source === null ? 'ideas.used' : 'ideas.joined', {
              count: usedIn.length,
              numbers: usedIn.join(', '),
            })}
          </strong>
        </p>
      ) : null}
    </div>
  )
}

function whenOf({
  reader,
  say,
  idea,
  name,
}: Omit<IdeaWords, 'sayDraft'> & { readonly idea: Idea; readonly name: string }): string {
  if (idea.source !== null)
    return idea.toldDay ? say('ideas.told', { day: reader.time.day(idea.toldDay) }) : say('ideas.told-unknown')
  const day = reader.time.day(idea.writtenAt)
  if (idea.channel !== 'online') return say('ideas.by-staff', { day })
  return name ? say('ideas.by', { name, day }) : say('ideas.by-nobody', { day })
}

function Pages({ reader, say, slug, query, count }: IdeasPageProps) {
  const last = pagesOf(count, ideasOnPage)
  if (last === 1) return null
  const to = (page: number): string =>
    `${reader.to('draft.ideas', { problem: slug })}${ideaQueryText({ ...query, page })}`
  return (
    <div class="fm-stack fm-stack--2">
      <Pager
        label={say('pages.label')}
        before={query.page > 1 ? { href: to(Math.min(query.page - 1, last)), text: say('pages.before') } : undefined}
        here={{ text: say('pages.here', { page: query.page, last }) }}
        after={query.page < last ? { href: to(query.page + 1), text: say('pages.after') } : undefined}
      />
      <p class="fm-mini fm-row">
        <a href={to(1)}>{say('pages.first')}</a>
        <a href={to(last)}>{say('pages.last')}</a>
      </p>
    </div>
  )
}

function Beside(props: IdeasPageProps) {
  const { reader, say, slug, counts, isTold, mayWriteDown } = props
  return (
    <>
      <Narrow {...props} />
      {counts.areas.length === 0 ? null : (
        <p>
          <a class="fm-link" href={reader.to('draft.ideas-map', { problem: slug })}>
            {say('map.link')}
          </a>
        </p>
      )}
      <Section id="order" title={say('order.title')} size="aside">
        <p class="fm-small">{say('order.lead')}</p>
        <Details summary={say('order.how')}>
          <p class="fm-small">{say('order.how-text')}</p>
          <p class="fm-small">{say('order.how-never')}</p>
          <p class="fm-mini">{say('order.how-cited', { window: method.window, remembered: method.remembered })}</p>
        </Details>
      </Section>
      {isTold ? null : (
        <Section id="staff" title={say('staff.part')} size="aside">
          <p class="fm-small">{say('staff.share', { all: counts.all, count: counts.byStaff })}</p>
          {mayWriteDown ? (
            <p class="fm-small">
              <a class="fm-link" href={reader.to('draft.idea-by-staff', { problem: slug })}>
                {say('staff.link')}
              </a>
            </p>
          ) : null}
        </Section>
      )}
    </>
  )
}
