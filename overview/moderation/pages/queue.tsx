import type { Thing } from '@folkmoot/basics/ids.ts'
import type { EverydayKey, Say } from '../../../platform/i18n/index.ts'
import { houseRules } from '../../../platform/moderation/index.ts'
import { Actions, Button, Details, Empty, Form, HiddenField, Pager, Prose, Section } from '../../../ui/index.ts'
import type { SayModeration } from '../messages/words.ts'

export type ReportLine = {
  readonly id: string
  readonly about: Thing
  readonly day: string
  readonly reason: string
  /** How many others say the same of it. */
  readonly more: number
  /** The rule it breaks, in words, where who reported it said so. */
  readonly rule: string | null
  /** An appeal: answered by then, and whether that has passed. */
  readonly due: { readonly day: string; readonly isLate: boolean } | null
  readonly title: string | null
  readonly href: string | null
  readonly isHideable: boolean
  /** It is hidden already: somebody asks for another look. */
  readonly isHidden: boolean
  /** The reader hid it herself. */
  readonly isOwn: boolean
}

export type Pages = { readonly number: number; readonly of: number; readonly href: (page: number) => string }

export type QueueProps = {
  readonly say: SayModeration
  readonly common: Say<EverydayKey>
  readonly reports: readonly ReportLine[]
  readonly pages: Pages
  /** Where statements wait to be let through. */
  readonly queues: readonly { readonly text: string; readonly href: string }[]
  readonly actions: { readonly hide: string; readonly many: string }
}

const many = 'judge-many'

/** What was reported, one thing after the other, and a form for several at once. */
export function Queue(props: QueueProps) {
  const { say, reports, queues, pages } = props
  return (
    <Section id="queue" title={say('queue')}>
      {queues.map(({ text, href }) => (
        <p>
          <a href={href}>{text}</a>
        </p>
      ))}
      {reports.length === 0 ? <Empty title={say('queue-empty')}>{say('queue-empty-text')}</Empty> : null}
      {reports.map((one) => (
        <Reported {...props} report={one} />
      ))}
      <PagesOf say={say} pages={pages} />
      {reports.some(isChoosable) ? <Many {...props} /> : null}
    </Section>
  )
}

const isChoosable = ({ isHideable, isHidden }: ReportLine): boolean => isHideable && !isHidden

export function PagesOf({ say, pages: { number, of, href } }: { readonly say: SayModeration; readonly pages: Pages }) {
  if (of < 2) return null
  return (
    <Pager
      label={say('pages')}
      before={number > 1 ? { href: href(number - 1), text: say('page-before') } : undefined}
      here={{ text: say('page', { number, of }) }}
      after={number < of ? { href: href(number + 1), text: say('page-after') } : undefined}
    />
  )
}

type OfReport = QueueProps & { readonly report: ReportLine }

function Reported(props: OfReport) {
  const { report, say } = props
  const choice = `choose-${report.id}`
  const title = report.title ?? say('gone')
  return (
    <article class="fm-panel fm-stack">
      <h3>{title}</h3>
      <p class="fm-mini">
        {say(report.more > 0 ? 'reported-often' : 'reported', { day: report.day, more: report.more })}
        {report.rule === null ? '' : ` ${say('reported-rule', { rule: report.rule })}`}
      </p>
      {report.due ? (
        <p class="fm-small">{say(report.due.isLate ? 'due-late' : 'due', { day: report.due.day })}</p>
      ) : null}
      <p class="fm-small">{say('reported-because')}</p>
      <Prose text={report.reason} size="small" />
      {report.href ? (
        <p class="fm-small">
          <a href={report.href}>{say('read', { title: report.title ?? '' })}</a>
        </p>
      ) : null}
      {isChoosable(report) ? (
        <div class="fm-choice">
          <input
            class="ds-input"
            type="checkbox"
            id={choice}
            name="chosen"
            value={`${report.about.kind} ${report.about.id}`}
            form={many}
          />
          <label for={choice}>
            {say('choose')}
            <span class="fm-vh">: {title}</span>
          </label>
        </div>
      ) : null}
      {report.isHidden && report.isOwn ? <p class="fm-small">{say('not-yours')}</p> : <Judge {...props} />}
    </article>
  )
}

function Judge({ report, say, common, actions }: OfReport) {
  const field = `hide-${report.id}`
  return (
    <Form action={actions.hide} label={report.title ?? say('gone')}>
      <HiddenField name="kind" value={report.about.kind} />
      <HiddenField name="id" value={report.about.id} />
      <WhatToDecide {...{ report, field, say, common }} />
      <Reason {...{ field, say }} />
      <Actions>
        {isChoosable(report) ? (
          <>
            <Button size="sm" isGrave name="act" value="hide">
              {say('hide')}
            </Button>
            <Button size="sm" variant="secondary" name="act" value="hide-for-now">
              {say('hide-for-now')}
            </Button>
          </>
        ) : null}
        <Button size="sm" variant="secondary" name="act" value="keep">
          {say(report.isHidden ? 'keep-hidden' : 'keep')}
        </Button>
      </Actions>
    </Form>
  )
}

type Deciding = Pick<QueueProps, 'say' | 'common'> & { readonly field: string }

function WhatToDecide({ report, ...deciding }: Deciding & { readonly report: ReportLine }) {
  const { say } = deciding
  if (!report.isHideable) return <p class="fm-small">{say('official')}</p>
  return report.isHidden ? <p class="fm-small">{say('asked-again')}</p> : <Rule {...deciding} />
}

/** Ids bear the report's own: a page may have many. */
export function Rule({ field, say, common }: Deciding) {
  return (
    <div class="fm-field">
      <label class="ds-label" for={`${field}-rule`}>
        {say('rule')}
      </label>
      <select class="ds-input" id={`${field}-rule`} name="rule">
        <option value="">{common('choose-one')}</option>
        {houseRules.map((rule) => (
          <option value={rule}>{common(`rule.${rule}`)}</option>
        ))}
      </select>
    </div>
  )
}

function Reason({ field, say }: Omit<Deciding, 'common'>) {
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

/** Those that are chosen above, under one rule and for one reason. */
function Many({ say, common, actions }: QueueProps) {
  return (
    <Details summary={say('many')}>
      <p>{say('many-lead')}</p>
      <Form id={many} action={actions.many} label={say('many')}>
        <Rule field={many} say={say} common={common} />
        <Reason field={many} say={say} />
        <Actions>
          <Button size="sm" isGrave name="act" value="hide">
            {say('many-hide')}
          </Button>
          <Button size="sm" variant="secondary" name="act" value="keep">
            {say('many-keep')}
          </Button>
        </Actions>
      </Form>
    </Details>
  )
}
