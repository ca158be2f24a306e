/**
 * Where there is script, what a form or a link is answered with takes the place of the part of the page that has this id, and the
 * address follows; a second press while the first is under way is dropped. What is refused takes the place of the whole page, as it
 * does without script.
 */
export function swapping(part: string | undefined): Readonly<Record<string, string>> {
  if (part === undefined) return {}
  const wholePage = 'target:body swap:innerHTML push:false'
  return {
    'hx-target': `#${part}`,
    'hx-swap': 'outerHTML',
    'hx-push-url': 'true',
    'hx-sync': `#${part}:drop`,
    'hx-status:4xx': wholePage,
    'hx-status:5xx': wholePage,
  }
}
