import type { Thing } from '@folkmoot/basics/ids.ts'
import type { FieldError } from '../../../platform/http/index.ts'
import type { EverydayKey, Say } from '../../../platform/i18n/index.ts'
import {
  Actions,
  Button,
  Details,
  Empty,
  ErrorSummary,
  Form,
  Head,
  HiddenField,
  Prose,
  Section,
  Stack,
  Tombstone,
} from '../../../ui/index.ts'
import type { SayModeration } from '../messages/words.ts'

export type HiddenLine = {
  readonly kind: string
  readonly id: string
  readonly title: string
  readonly reason: string
  readonly href: string | null
  /** The reader wrote it: she may ask for another look. */
  readonly isOwn: boolean
}

export type ReportLine = {
  readonly id: string
  readonly about: Thing
  readonly day: string
  readonly reason: string
  readonly title: string | null
  readonly href: string | null
  readonly isHideable: boolean
  /** It is hidden already: somebody asks for another look. */
  readonly isHidden: boolean
}

export type ModerationPageProps = {
  readonly say: SayModeration
  readonly common: Say<EverydayKey>
  readonly errors: readonly FieldError[]
  readonly hidden: readonly HiddenLine[]
  readonly reports: readonly ReportLine[]
  /** How many of what is hidden were refused before anybody had seen them. */
  readonly refused: number
  /** Where statements wait to be let through. */
  readonly queues: readonly { readonly text: string; readonly href: string }[]
  /** Where another look is asked for; null for who is not signed in. */
  readonly report: string | null
  /** Null for those who may only read. */
  readonly actions: { readonly hide: string; readonly restore: string } | null
}

const rules = ['personal-data', 'threat', 'discrimination', 'unlawful', 'off-topic', 'spam'] as const

export function ModerationPage(props: ModerationPageProps) {
  const { say, common, errors, hidden, reports, refused, queues, report, actions } = props
  return (
    <Stack gap="8">
      <ErrorSummary title={common('error-title')} errors={errors.map(({ text }) => ({ field: '', text }))} />
      <Head title={say('title')} lead={say('lead')} />
      {actions ? (
        <Section id="queue" title={say('queue')}>
          {queues.map(({ text, href }) => (
            <p>
              <a href={href}>{text}</a>
            </p>
          ))}
          {reports.length === 0 ? <Empty title={say('queue-empty')}>{say('queue-empty-text')}</Empty> : null}
          {reports.map((one) => (
            <Reported report={one} {...{ say, common }} action={actions.hide} />
          ))}
        </Section>
      ) : null}
      <Section id="hidden" title={say('hidden')}>
        {hidden.length === 0 ? <Empty title={say('hidden-none')}>{say('hidden-none-text')}</Empty> : null}
        {hidden.length > 0 ? <p>{say('hidden-count', { hidden: hidden.length, refused })}</p> : null}
        {hidden.map((one) => (
          <Stack gap="2">
            <Tombstone
              title={one.title}
              reason={one.reason}
              links={
                one.href ? (
                  <a href={one.href}>
                    {say('where')}
                    <span class="fm-vh">: {one.title}</span>
                  </a>
                ) : null
              }
            />
            {one.isOwn && report ? <AskAgain one={one} say={say} action={report} /> : null}
            {actions ? <Restore one={one} say={say} action={actions.restore} /> : null}
          </Stack>
        ))}
      </Section>
      <Section id="rules" title={say('rules')} lead={say('rules-lead')}>
        <ul class="fm-text fm-rules">
          {rules.map((rule) => (
            <li>{common(`rule.${rule}`)}</li>
          ))}
        </ul>
      </Section>
    </Stack>
  )
}

type Deciding = { readonly say: SayModeration; readonly common: Say<EverydayKey>; readonly action: string }

function Reported({ report, say, common, action }: Deciding & { readonly report: ReportLine }) {
  const field = `hide-${report.id}`
  return (
    <article class="fm-panel fm-stack">
      <h3>{report.title ?? say('gone')}</h3>
      <p class="fm-mini">{say('reported', { day: report.day })}</p>
      <p class="fm-small">{say('reported-because')}</p>
      <Prose text={report.reason} size="small" />
      {report.href ? (
        <p class="fm-small">
          <a href={report.href}>{say('read', { title: report.title ?? '' })}</a>
        </p>
      ) : null}
      <Form action={action} label={report.title ?? say('gone')}>
        <HiddenField name="kind" value={report.about.kind} />
        <HiddenField name="id" value={report.about.id} />
        <WhatToDecide {...{ report, field, say, common }} />
        <Reason {...{ field, say }} />
        <Actions>
          {report.isHideable && !report.isHidden ? (
            <Button size="sm" isGrave name="act" value="hide">
              {say('hide')}
            </Button>
          ) : null}
          <Button size="sm" variant="secondary" name="act" value="keep">
            {say(report.isHidden ? 'keep-hidden' : 'keep')}
          </Button>
        </Actions>
      </Form>
    </article>
  )
}

function WhatToDecide({
  report,
  field,
  say,
  common,
}: Omit<Deciding, 'action'> & { readonly report: ReportLine; readonly field: string }) {
  if (!report.isHideable) return <p class="fm-small">{say('official')}</p>
  return report.isHidden ? <p class="fm-small">{say('asked-again')}</p> : <Rule {...{ field, say, common }} />
}

/** Ids bear the report's own: a page may have many. */
function Rule({
  field,
  say,
  common,
}: {
  readonly field: string
  readonly say: SayModeration
  readonly common: Say<EverydayKey>
}) {
  return (
    <div class="fm-field">
      <label class="ds-label" for={`${field}-rule`}>
        {say('rule')}
      </label>
      <select class="ds-input" id={`${field}-rule`} name="rule">
        <option value="">{common('choose-one')}</option>
        {rules.map((rule) => (
          <option value={rule}>{common(`rule.${rule}`)}</option>
        ))}
      </select>
    </div>
  )
}

function Reason({ field, say }: { readonly field: string; readonly say: SayModeration }) {
  return (
    <div class="fm-field">
      <label class="ds-label" for={`${field}-reason`}>
        {say('reason')}
      </label>
      <p class="fm-field__help" id={`${field}-help`}>
        {say('reason-help')}
      </p>
      <textarea
        class="ds-input"
        id={`${field}-reason`}
        name="reason"
        rows={2}
        aria-describedby={`${field}-help`}
      ></textarea>
    </div>
  )
}

type OfHidden = { readonly one: HiddenLine; readonly say: SayModeration; readonly action: string }

/** Whoever wrote it says why it should be read again; the moderators find that in their queue. */
function AskAgain({ one, say, action }: OfHidden) {
  const field = `ask-${one.id}`
  return (
    <Details summary={say('ask-again')}>
      <Form action={action} label={say('ask-again')}>
        <HiddenField name="kind" value={one.kind} />
        <HiddenField name="id" value={one.id} />
        <div class="fm-field">
          <label class="ds-label" for={field}>
            {say('ask-again-why')}
          </label>
          <p class="fm-field__help" id={`${field}-help`}>
            {say('ask-again-help')}
          </p>
          <textarea
            class="ds-input"
            id={field}
            name="reason"
            rows={3}
            aria-describedby={`${field}-help`}
            required
          ></textarea>
        </div>
        <Actions>
          <Button size="sm" variant="secondary">
            {say('ask-again-send')}
          </Button>
        </Actions>
      </Form>
    </Details>
  )
}

function Restore({ one, say, action }: OfHidden) {
  const field = `restore-${one.id}`
  return (
    <Details summary={say('restore-open')}>
      <Form action={action} label={say('restore-open')}>
        <HiddenField name="kind" value={one.kind} />
        <HiddenField name="id" value={one.id} />
        <div class="fm-field">
          <label class="ds-label" for={field}>
            {say('restore-reason')}
          </label>
          <textarea class="ds-input" id={field} name="reason" rows={2}></textarea>
        </div>
        <Actions>
          <Button size="sm" variant="secondary">
            {say('restore')}
          </Button>
        </Actions>
      </Form>
    </Details>
  )
}
