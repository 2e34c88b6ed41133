import type { Page } from 'playwright-core';

/** What people see as the button to press: the words of those filled with the brand's colour, or with its grey while they wait. */
export function primaries(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const theme = document.querySelector('.fui-FluentProvider')!;
    const [brand, waiting] = ['--colorBrandBackground', '--colorNeutralBackgroundDisabled'].map((token) => {
      const probe = theme.appendChild(document.createElement('i'));
      probe.style.background = `var(${token})`;
      const colour = getComputedStyle(probe).backgroundColor;
      probe.remove();
      return colour;
    });
    return [...document.querySelectorAll('button')]
      .filter((one) => one.checkVisibility({ visibilityProperty: true }))
      .filter((one) => getComputedStyle(one).backgroundColor === (one.disabled ? waiting : brand))
      .map((one) => one.textContent);
  });
}
