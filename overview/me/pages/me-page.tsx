import type { Child } from 'hono/jsx'
import type { RoleName } from '@folkmoot/basics/actor.ts'
import type { FieldError, Reader, TypedForm } from '../../../platform/http/index.ts'
import type { EverydayKey, Say } from '../../../platform/i18n/index.ts'
import type { Account } from '../../../platform/identity/index.ts'
import {
  Actions,
  Button,
  ButtonLink,
  Columns,
  Details,
  Empty,
  ErrorSummary,
  Form,
  Head,
  HiddenField,
  List,
  Note,
  Pager,
  Panel,
  Radios,
  Section,
  Select,
  StateTag,
  TextField,
  Trail,
} from '../../../ui/index.ts'
import type { Waiting } from '../../../platform/thread/index.ts'
import { delegateWords } from '../../delegates/messages/words.ts'
import { Todos } from '../../todos.tsx'
import type { NoticeLine } from '../../notice-line.ts'
import { workloadWords } from '../../workload/messages/words.ts'
import type { SayMe } from '../messages/words.ts'
import type { PageOf } from '../page-of.ts'

/** `state` is empty where it has none. */
export type Line = { readonly kind: string; readonly title: string; readonly href: string; readonly state: string }
export type Mine = Line & {
  readonly isHidden: boolean
  readonly became: readonly Line[]
  /** What more there is of it, on a page of its own. */
  readonly more?: { readonly text: string; readonly href: string }
}
export type Followed = Line & { readonly unfollow: string | null }

export type MePageProps = {
  readonly say: SayMe
  readonly reader: Reader
  readonly now: Temporal.Instant
  /** The most pressing of it, or all where that is asked for. */
  readonly waiting: readonly Waiting[]
  readonly count: number
  readonly common: Say<EverydayKey>
  readonly account: Account
  /** As everybody sees it: of a linked politician the council's. */
  readonly name: string
  readonly role: RoleName
  readonly place: string
  readonly typed: TypedForm['typed']
  readonly errors: readonly FieldError[]
  readonly isSaved: boolean
  readonly languages: readonly { readonly value: string; readonly label: string }[]
  readonly notices: readonly NoticeLine[]
  readonly mine: PageOf<Mine>
  readonly follows: PageOf<Followed>
  /** What she tells of herself for counting; null where the place counts by nothing. */
  readonly aboutYou: Child
  /** Electronic identities; null where there are none. */
  readonly identities: Child
  readonly to: {
    readonly [
      Name in 'save' | 'keys' | 'data' | 'consents' | 'leaving' | 'read' | 'welcome' | 'raise' | 'cases'
    ]: string
  } & {
    /** Null for whoever may not. */
    readonly settings: string | null
    /** Null for who lives nowhere: an organisation. */
    readonly residence: string | null
    /** Null for who neither is a politician nor was asked to prepare for one. */
    readonly delegates: string | null
  }
}

export function MePage(props: MePageProps) {
  const { say, common, errors, isSaved } = props
  return (
    <>
      <ErrorSummary title={common('error-title')} errors={errors} />
      <Head title={say('title')} lead={say('lead')}>
        {isSaved ? (
          <p role="status">
            <StateTag icon="agree" color="success">
              {say('saved')}
            </StateTag>
          </p>
        ) : null}
      </Head>
      <Columns
        main={
          <>
            <Waits {...props} />
            <Notices {...props} />
            <Written {...props} />
          </>
        }
        aside={
          <>
            <Follows {...props} />
            <Who {...props} />
            {props.aboutYou}
            <Settings {...props} />
            {props.identities}
            <Sessions {...props} />
          </>
        }
      />
    </>
  )
}

function Waits({ reader, say, now, waiting, count }: MePageProps) {
  if (waiting.length === 0) return null
  return (
    <Section id="waits" title={say('waits')}>
      <Todos reader={reader} now={now} waiting={waiting} noDate={say('no-date')} />
      {waiting.length < count ? (
        <p>
          <a class="fm-link" href={`${reader.to('me')}?all=yes#waits`}>
            {say('waits-all', { count })}
          </a>
        </p>
      ) : null}
    </Section>
  )
}

function Notices({ say, notices, to }: MePageProps) {
  return (
    <Section id="told" title={say('told')}>
      {notices.length === 0 ? <Empty title={say('told-none')}>{say('told-none-text')}</Empty> : null}
      <NoticeList say={say} notices={notices.slice(0, mostNotices)} />
      {notices.length > mostNotices ? (
        <Details summary={say('told-older', { count: notices.length - mostNotices })}>
          <NoticeList say={say} notices={notices.slice(mostNotices)} />
        </Details>
      ) : null}
      {notices.some((notice) => !notice.isRead) ? (
        <Form action={to.read} shape="inline">
          <Button size="sm" variant="secondary">
            {say('told-read')}
          </Button>
        </Form>
      ) : null}
    </Section>
  )
}

/** The news that show; the rest folds, so that what one wrote is not far below. */
const mostNotices = 5

function NoticeList({ say, notices }: Pick<MePageProps, 'say' | 'notices'>) {
  return (
    <List
      isTight
      items={notices.map((notice) => (
        <div>
          <a href={notice.href}>{notice.text}</a>
          <p class="fm-row fm-mini">
            {notice.day}
            {notice.isRead ? null : (
              <StateTag icon="bell" color="info">
                {say('told-new')}
              </StateTag>
            )}
          </p>
        </div>
      ))}
    />
  )
}

function Written({ reader, say, mine, to }: MePageProps) {
  return (
    <Section id="mine" title={say('mine')}>
      {mine.count === 0 ? (
        <Empty
          title={say('mine-none')}
          action={
            <>
              <ButtonLink size="sm" href={to.raise}>
                {say('mine-raise')}
              </ButtonLink>
              <ButtonLink size="sm" variant="secondary" href={to.cases}>
                {say('mine-cases')}
              </ButtonLink>
            </>
          }
        >
          {say('mine-none-text')}
        </Empty>
      ) : null}
      {mine.items.map((one) => (
        <Panel>
          <p class="fm-mini">{one.kind}</p>
          <h3>
            <a href={one.href}>{one.title}</a>
          </h3>
          {one.isHidden ? <p class="fm-small">{say('mine-hidden')}</p> : null}
          {one.became.length === 0 ? (
            <>
              <p class="fm-small fm-muted">{one.state || say('became-nothing')}</p>
              {one.more ? (
                <p class="fm-small">
                  <a href={one.more.href}>{one.more.text}</a>
                </p>
              ) : null}
            </>
          ) : (
            <>
              <p class="fm-small">
                <strong>{say('became')}</strong>
              </p>
              <Trail steps={one.became.slice(0, mostBecame)} />
              {one.became.length > mostBecame ? (
                <Details summary={say('became-more', { count: one.became.length - mostBecame })}>
                  <Trail steps={one.became.slice(mostBecame)} />
                </Details>
              ) : null}
            </>
          )}
        </Panel>
      ))}
      <Pages reader={reader} say={say} of="mine" list={mine} />
    </Section>
  )
}

type PagesProps = Pick<MePageProps, 'reader' | 'say'> & {
  readonly of: 'mine' | 'follows'
  readonly list: PageOf<unknown>
}

/** To what is newer and older of one list; the other one begins anew. */
function Pages({ reader, say, of, list: { number, pages, count } }: PagesProps) {
  if (pages === 1) return null
  const to = (page: number): string => `${reader.to('me')}?${of}=${page}#${of}`
  return (
    <Pager
      label={say(`${of}-pages`)}
      before={number > 1 ? { href: to(number - 1), text: say('newer') } : undefined}
      here={{ text: say('page', { number, pages, count }) }}
      after={number < pages ? { href: to(number + 1), text: say('older') } : undefined}
    />
  )
}

/** A problem leads to dozens of things; the first few show the way. */
const mostBecame = 6

function Follows({ reader, say, follows }: MePageProps) {
  return (
    <Section id="follows" title={say('follows')} size="aside">
      <p class="fm-small">
        <a href={reader.to('workload')}>{workloadWords.say(reader.lang)('link')}</a>
      </p>
      {follows.count === 0 ? <p class="fm-small fm-muted">{say('follows-none')}</p> : null}
      <List
        items={follows.items.map((one) => (
          <>
            <a href={one.href}>{one.title}</a>
            {one.unfollow ? (
              <Form action={one.unfollow} shape="inline" label={one.title}>
                <HiddenField name="follow" value="no" />
                <HiddenField name="back" value="me" />
                <button type="submit" class="fm-plainbutton">
                  {say('unfollow')}
                  <span class="fm-vh">: {one.title}</span>
                </button>
              </Form>
            ) : null}
          </>
        ))}
      />
      <Pages reader={reader} say={say} of="follows" list={follows} />
    </Section>
  )
}

function Who({ reader, say, common, account, name, role, to }: MePageProps) {
  const isKnown = account.consentedAt !== null
  return (
    <Section id="who" title={say('who')} size="aside">
      {isKnown ? (
        <p class="fm-small">
          {name}
          {account.organisation ? `, ${account.organisation}` : ''}
        </p>
      ) : (
        <Note icon="info">
          <p>{say('who-missing')}</p>
        </Note>
      )}
      <p class="fm-mini">
        {say('email')}: {account.email} · {common(`role.${role}`)}
      </p>
      <p class="fm-small">
        <a href={to.welcome}>{isKnown ? say('who-change') : say('who-tell')}</a>
      </p>
      {to.settings === null ? null : (
        <p class="fm-small">
          <a href={to.settings}>{say('to-settings')}</a>
        </p>
      )}
      {to.delegates === null ? null : (
        <p class="fm-small">
          <a href={to.delegates}>{delegateWords.say(reader.lang)('title')}</a>
        </p>
      )}
    </Section>
  )
}

function Settings({ say, account, name, place, typed, errors, languages, to }: MePageProps) {
  const field = { typed, errors }
  return (
    <Section id="settings" title={say('settings')} size="aside">
      <p class="fm-small">
        <strong>{say(`chose-${account.mailFrequency}`, { place })}</strong>
      </p>
      <Form action={to.save} labelledBy="settings">
        {account.person === null ? (
          <TextField name="name" autocomplete="name" label={say('name')} help={say('name-help')} required {...field} />
        ) : (
          <p class="fm-small">
            <strong>{name}</strong> {say('name-office')}
          </p>
        )}
        <Select
          name="language"
          label={say('language')}
          help={say('language-help')}
          options={languages}
          required
          {...field}
        />
        <Radios
          name="mailFrequency"
          label={say('mail')}
          required
          options={[
            { value: 'at-once', label: say('mail-at-once') },
            { value: 'digest', label: say('mail-digest'), help: say('mail-digest-help') },
            { value: 'never', label: say('mail-never') },
          ]}
          {...field}
        />
        <Actions>
          <Button variant="secondary">{say('save')}</Button>
        </Actions>
      </Form>
    </Section>
  )
}

function Sessions({ say, to }: MePageProps) {
  return (
    <Section id="sessions" title={say('sessions')} size="aside">
      <p class="fm-small">{say('sessions-text')}</p>
      <p class="fm-small">
        <a href={to.keys}>{say('to-keys')}</a>
      </p>
      {to.residence ? (
        <p class="fm-small">
          <a href={to.residence}>{say('residence')}</a>
        </p>
      ) : null}
      <p class="fm-small">
        <a href={to.data}>{say('data')}</a>
      </p>
      <p class="fm-small">
        <a href={to.consents}>{say('consents')}</a>
      </p>
      <p class="fm-small">
        <a href={to.leaving}>{say('leaving')}</a>
      </p>
    </Section>
  )
}
