// What the page may ask of the shell, by name: no channel, no path and nothing of Electron itself gets through.
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { commandChosen, engineEnded, enginePort, windowLeaving } from '../shared/contract/shell-names.ts';
import type { Reply, Shell, ShellCall, ShellInput, ShellOutputs } from '../shared/contract/shell.ts';

const shell: Shell = {
  connect: () => ask('engine.connect', null),
  onEngineEnded: (listener) => listen(engineEnded, () => listener()),
  // A page cannot make up a File with a path, so it reaches only what the person chose or dropped.
  grantFile: (file, name) => ask('files.grant', { path: webUtils.getPathForFile(file as File), name }),
  chooseSave: (name) => ask('files.save', { name }),
  chooseProject: () => ask('project.choose', null),
  showProject: (path) => ask('project.show', { path }),
  onLeaving: (listener) => listen(windowLeaving, () => listener()),
  left: () => ask('window.left', null),
  showMenu: (menu) => ask('menu.show', menu),
  onCommand: (listener) => listen(commandChosen, (id) => listener(String(id))),
  printToPdf: (name) => ask('print.pdf', { name }),
};

contextBridge.exposeInMainWorld('shell', shell);

ipcRenderer.on(enginePort, ({ ports }) => window.postMessage(enginePort, location.origin, [...ports]));

function ask<N extends ShellCall>(name: N, input: ShellInput<N>): Promise<Reply<ShellOutputs[N]>> {
  return ipcRenderer.invoke(name, input);
}

function listen(channel: string, heed: (value: unknown) => void): () => void {
  const listener = (_: unknown, value: unknown): void => heed(value);
  ipcRenderer.on(channel, listener);
  return () => void ipcRenderer.off(channel, listener);
}
