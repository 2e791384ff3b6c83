import { expect, test } from 'vitest'

import { standaloneHtml } from './standalone-html.ts'

const base = 'https://emen.example/en/news/mentoring'

test.for([
  {
    rule: 'an address on our site becomes absolute',
    source: '<p><a href="/en/news/other">Other</a> <img src="/media/a.jpg" alt="A" loading="lazy"></p>',
    expected:
      '<p><a href="https://emen.example/en/news/other">Other</a> <img src="https://emen.example/media/a.jpg" alt="A"></p>',
  },
  {
    rule: 'a link that would run a script, or leads within the page, is words',
    source: '<p><a href="javascript:alert(1)">Run</a> <a href="#apply">Apply</a></p>',
    expected: '<p>Run Apply</p>',
  },
  {
    rule: 'scripts and drawings go with all that is in them',
    source: '<p>One</p><script>alert(1)</script><svg><text>2</text></svg>',
    expected: '<p>One</p>',
  },
  {
    rule: 'what only arranges goes, its words stay',
    source: '<section class="failed"><h2 id="failed">Failed</h2><p onclick="x()">Why</p></section>',
    expected: '<h2>Failed</h2><p>Why</p>',
  },
  {
    rule: 'a line of its own stays a line',
    source:
      '<blockquote><p>Good</p><footer>A user</footer></blockquote><div><img src="/e.png" alt=""><span>By</span></div>',
    expected:
      '<blockquote><p>Good</p><p>A user</p></blockquote><p><img src="https://emen.example/e.png" alt="">By</p>',
  },
  {
    rule: 'a table keeps its heads, a list of facts its pairs',
    source:
      '<div class="scroll" tabindex="0"><table><tbody><tr><th scope="row">A</th><td class="number">1</td></tr></tbody></table></div><dl class="facts"><div><dt>Place</dt><dd>Lyon</dd></div></dl>',
    expected:
      '<table><tbody><tr><th scope="row">A</th><td>1</td></tr></tbody></table><dl><dt>Place</dt><dd>Lyon</dd></dl>',
  },
  {
    rule: 'a part in another language says so',
    source: '<p lang="en" dir="ltr">Views</p>',
    expected: '<p lang="en" dir="ltr">Views</p>',
  },
])('$rule', ({ source, expected }) => {
  expect(standaloneHtml(source, base)).toBe(expected)
})
