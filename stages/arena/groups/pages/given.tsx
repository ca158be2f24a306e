import { List, Section, Trail } from '../../../../ui/index.ts'
import type { GroupPageProps } from './props.ts'

/** What people gave in the group, each with what came of it: who gave it finds it here again. */
export function Given({ say, given }: GroupPageProps) {
  return (
    <Section id="given" title={say('given')}>
      {given.length === 0 ? (
        <p class="fm-muted">{say('given-none')}</p>
      ) : (
        <List
          items={given.map(({ kind, state, title, href, became }) => (
            <div class="fm-stack fm-stack--2">
              <p class="fm-mini">{state || kind}</p>
              <h3 class="fm-h-mid">
                <a href={href} dir="auto">
                  {title}
                </a>
              </h3>
              {became.length === 0 ? (
                <p class="fm-small fm-muted">{say('given-nothing-yet')}</p>
              ) : (
                <>
                  <p class="fm-mini">{say('given-led-to')}</p>
                  <Trail steps={became} />
                </>
              )}
            </div>
          ))}
        />
      )}
    </Section>
  )
}
