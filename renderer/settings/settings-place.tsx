// Settings: how the window looks, what the project is, its phases, backups and checks.
import { Pseudonyms } from '../names/pseudonyms.tsx';
import { closeProject } from '../project.ts';
import { LanguageSwitch, ThemeSwitch } from '../start/look-switch.tsx';
import { Button } from '../ui/button.tsx';
import { LookSteps } from '../texts/reading-look.tsx';
import { useWords } from '../words.ts';
import { Keeping } from './keeping.tsx';
import { Fact } from './fact.tsx';
import { Phases } from './phases.tsx';
import { ProjectFacts } from './project-facts.tsx';
import './settings.css';

export function SettingsPlace() {
  const { say } = useWords();
  return (
    <div className="room">
      <main className="desk">
        <div className="bar ruled settings-bar">
          <h2>{say('place.settings')}</h2>
        </div>
        <div className="scroll" tabIndex={-1}>
          <div className="settings-page">
            <Appearance />
            <ProjectFacts />
            <Phases />
            <Pseudonyms />
            <Keeping />
            <section className="settings-part">
              <h3>{say('screen.close-project')}</h3>
              <div>
                <Button onPress={closeProject}>{say('screen.close-project')}</Button>
                <p className="help">{say('preferences.close-what')}</p>
              </div>
            </section>
          </div>
        </div>
      </main>
    </div>
  );
}

function Appearance() {
  const { say } = useWords();
  return (
    <section className="settings-part">
      <h3>{say('preferences.appearance')}</h3>
      <dl>
        <Fact name={say('preferences.language')}>
          <LanguageSwitch />
        </Fact>
        <Fact name={say('preferences.theme')}>
          <ThemeSwitch />
        </Fact>
        <Fact name={say('preferences.read-size')}>
          <LookSteps />
          <div className="read live-sample" role="group" aria-label={say('preferences.live-sample')}>
            <p lang="en">
              “We only had the one key. So whoever was home first kept the soup warm for the rest.”
            </p>
            <p lang="zh-CN">“钥匙只有一把，谁先到家，谁就替大家把汤热着。”</p>
          </div>
        </Fact>
      </dl>
    </section>
  );
}
