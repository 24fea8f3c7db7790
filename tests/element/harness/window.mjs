/** Windows without toolbars: with them, browsers refuse to be as narrow as a telephone. */

/** @typedef {import('selenium-webdriver').WebDriver} WebDriver */
/** @typedef {{ width: number, height: number }} Size */

/**
 * Opens an empty window, of which the page takes up this much, and gives what closes it.
 *
 * @param {WebDriver} driver
 * @param {Size} size
 */
export async function openWindow(driver, size) {
  const before = await driver.getAllWindowHandles();
  const own = await driver.getWindowHandle();
  await driver.executeScript(open, size);
  /** @type {string[]} */
  let opened = [];
  const isOpen = async () => (opened = (await driver.getAllWindowHandles()).filter((it) => !before.includes(it))).length > 0;
  await driver.wait(isOpen, 10_000, 'The window of the test has to open.', 20);
  await driver.switchTo().window(opened[0]);
  await fit(driver, size);
  return async () => {
    await driver.close();
    await driver.switchTo().window(own);
  };
}

/**
 * The size that a script asks for, and the size of a window, are not the size that the page gets in every browser.
 *
 * @param {WebDriver} driver
 * @param {Size} size
 */
async function fit(driver, { width, height }) {
  const window = driver.manage().window();
  const [inner, outer] = [await innerSize(driver), await window.getRect()];
  if (inner.width === width && inner.height === height) return;
  await window.setRect({ width: outer.width + width - inner.width, height: outer.height + height - inner.height });
  const fits = async () => {
    const inner = await innerSize(driver);
    return inner.width === width && inner.height === height;
  };
  await driver.wait(fits, 10_000, `The window of the test has to be ${width} by ${height}.`, 20);
}

/**
 * @param {WebDriver} driver
 * @returns {Promise<Size>}
 */
function innerSize(driver) {
  return driver.executeScript(() => ({ width: innerWidth, height: innerHeight }));
}

/** Runs in the page. @param {Size} size */
function open({ width, height }) {
  window.open('about:blank', '', `popup,width=${width},height=${height}`);
}
