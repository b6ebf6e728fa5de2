// Words of the browser host, English: the line in the terminal, and what the host refuses.
export const host = {
  'host.open': 'Crosscase is open at {url}',
  'host.once': 'The address works once and for {seconds} seconds. Enter: a new address. Ctrl+C: stop.',
  'host.building': 'Building the window, a few seconds …',
  'host.fetching': 'Fetching what the desktop window runs on, once, about 110 MB …',
  'host.no-desktop-package':
    'The package “electron” is not installed, so there is no desktop window; Crosscase opens in the browser instead.',
  'host.no-desktop-runtime':
    'What the desktop window runs on is not on this computer and cannot be fetched now; Crosscase opens in the browser instead.',
  'host.no-desktop-screen':
    'There is no screen here for a desktop window; Crosscase opens in the browser instead.',
  'host.no-desktop-start': 'The desktop window could not be started; Crosscase opens in the browser instead.',
  'host.stopped': 'Crosscase has stopped; everything is stored.',

  'refused.no-desktop-package':
    'The package “electron” is not installed; run npm ci, or start with --browser.',
  'refused.no-desktop-runtime':
    'What the desktop window runs on is not on this computer and cannot be fetched now; connect to the network, or start with --browser.',
  'refused.no-desktop-screen': 'There is no screen here for a desktop window; start with --browser.',
  'refused.no-desktop-start': 'The desktop window could not be started; start with --browser.',
  'refused.no-project': 'No project is open; open one or create one first.',
  'refused.session-ended':
    'This page has lost its host or its address was used before; start Crosscase again, or press Enter in its terminal, and open the new address.',
  'refused.connection-lost':
    'The connection broke before the answer came; look whether the change was made, and repeat it if it was not.',
  'refused.upload-too-large': '“{file}” is larger than {megabytes} MB; split it or leave out its pictures.',
  'refused.upload-not-kept':
    '“{file}” could not be kept on this computer; free some disk space and choose it again.',
  'refused.not-in-a-folder': '“{path}” is not a place for a project; give a folder and a file name.',
  'refused.port-taken': 'Port {port} is in use; choose another one or leave --port out.',
  'refused.start-usage':
    '“{word}” is not understood; write: npm start -- [PROJECT.crosscase] [--browser | --desktop] [--port NUMBER] [--no-open].',
} as const;
