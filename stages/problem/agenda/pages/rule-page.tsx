import { Columns, Empty, ErrorSummary, Head, List, Section } from '../../../../ui/index.ts'
import { agendaPresets } from '../presets.ts'
import type { AgendaRule } from '../store.ts'
import { RuleForm } from './rule-form.tsx'
import type { RulePageProps } from './rule-props.ts'
import { RuleWords } from './rule-words.tsx'

/** Where a place says which problems its body must answer: without that, residents have nowhere to raise one. */
export function RulePage(props: RulePageProps) {
  const { reader, say, errors, versions } = props
  const [inForce, ...earlier] = versions
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head title={say('rule.title')} lead={say('rule.lead')} />
      <Columns
        main={
          <>
            <Section id="in-force" title={say('rule.in-force')}>
              {inForce ? <Version {...props} rule={inForce} /> : <NoRule say={say} />}
            </Section>
            <Section id="set" title={say(inForce ? 'rule.change' : 'rule.set')}>
              <p class="fm-text">{say('rule.change-lead')}</p>
              <Presets {...props} />
              <RuleForm {...props} />
            </Section>
            {earlier.length === 0 ? null : (
              <Section id="earlier" title={say('rule.earlier')}>
                {earlier.map((rule) => (
                  <Version {...props} rule={rule} />
                ))}
              </Section>
            )}
          </>
        }
        aside={
          <Section id="why" title={say('rule.why')} size="aside">
            <p class="fm-small">{say('rule.why-text')}</p>
          </Section>
        }
      />
    </>
  )
}

function NoRule({ say }: Pick<RulePageProps, 'say'>) {
  return (
    <Empty title={say('rule.none')} level={3}>
      <p>{say('rule.none-next')}</p>
    </Empty>
  )
}

function Version({ reader, say, receivers, rule }: RulePageProps & { readonly rule: AgendaRule }) {
  const body = receivers.find(({ id }) => id === rule.body)?.name ?? ''
  return <RuleWords say={say} rule={rule} body={body} since={reader.time.day(rule.setAt)} />
}

/** Each fills the form; nothing holds before it is sent. */
function Presets({ reader, say, preset }: RulePageProps) {
  return (
    <>
      <h3>{say('preset.title')}</h3>
      <List
        items={agendaPresets.map(({ name, source }) => (
          <>
            <a class="fm-link" href={`${reader.to('problem.rule')}?preset=${name}#set`}>
              {say(`preset.${name}`)}
            </a>
            <p class="fm-small">
              {say(`preset.${name}-note`)}{' '}
              {source ? (
                <a href={source} rel="noopener">
                  {reader.common('source')}
                </a>
              ) : (
                say('preset.ours')
              )}
            </p>
          </>
        ))}
      />
      {preset ? (
        <p class="fm-text" role="status">
          {say('preset.filled', { name: say(`preset.${preset.name}`) })}{' '}
          {preset.unsaid.length === 0
            ? ''
            : say('preset.unsaid', { parts: preset.unsaid.map((part) => say(`unsaid.${part}`)).join(', ') })}
        </p>
      ) : null}
    </>
  )
}
