// The sample's third case, Station Road: a night patrol that fell back, the negative case. Everything is invented.
import { interviewer, type InLanguages, type SampleCase, type SampleDocument } from './shape.ts';

const qiu: InLanguages = { en: 'Qiu Daming', zh: '邱大明' };
const zhong: InLanguages = { en: 'Zhong Min', zh: '钟敏' };

const before: SampleDocument = {
  id: 'station-before',
  name: { en: 'Station Road, interview 1, leader', zh: '站前路 访谈一 负责人' },
  phase: 'before',
  attributes: {
    role: 'leader',
    gender: 'm',
    age: '35-59',
    date: '2022-04-07',
    material: 'interview',
    method: 'interview',
  },
  paragraphs: [
    [interviewer, 'How did the patrol start?', '夜巡队是怎么来的？'],
    [
      qiu,
      'Scooter batteries. Nineteen gone in one winter. ‹1›So I dug out my old guard’s jacket and four of us went round with torches.‹/1› ‹2›For three months every night, in the rain too, and the batteries stayed where they were.‹/2› Then my back.',
      '电瓶。一个冬天丢了十九块。‹1›我就翻出从前当保安的棉衣，四个人打着手电转。‹/1›‹2›三个月，天天晚上，下雨也转，电瓶没再丢过。‹/2›后来我腰不行了。',
    ],
    [interviewer, 'How many are you now?', '现在几个人？'],
    [
      qiu,
      '‹3›Four. Two. It depends. One month a man’s your brother, next month there’s a stranger drying socks at his window.‹/3›',
      '‹3›四个。两个。说不准。这个月还是兄弟，下个月他那窗户上晾的是别人的袜子。‹/3›',
    ],
    [interviewer, 'Do you know the people in the blocks?', '楼里的人您认识吗？'],
    [
      qiu,
      'By their scooters. ‹4›They only sleep here, they’ll tell you that themselves.‹/4› ‹5›You say good evening on the stairs and they hold the bag a bit tighter.‹/5› I’d do the same.',
      '认车不认人。‹4›他们就在这儿睡个觉，自己都这么说。‹/4›‹5›楼道里你道声晚上好，他把包攥得更紧。‹/5›换我也一样。',
    ],
    [interviewer, 'Were you ever afraid out there?', '夜里转，怕过吗？'],
    [
      qiu,
      'Of dogs. And once of a boy with a screwdriver, only he was mending his own lock. We held the torch for him, twenty minutes. He didn’t say his name and we didn’t ask, it was raining.',
      '怕狗。还有一回，碰见个小伙子手里攥着螺丝刀，吓我一跳，结果人家在修自己的锁。我们给他打了二十分钟手电。他没说姓什么，我们也没问，下着雨呢。',
    ],
    [interviewer, 'You also settle quarrels.', '你们还调解纠纷。'],
    [
      qiu,
      '‹6›I shout less than the others, that’s the whole method. Nobody’s ever shown us how. One fight, about a drainpipe, I made worse.‹/6›',
      '‹6›我嗓门比他们小点儿，办法就这一个。没人教过我们怎么弄。有一回为根下水管，越劝越凶。‹/6›',
    ],
    [interviewer, 'Do you write anything down?', '有记录吗？'],
    [
      qiu,
      '‹7›There was a notebook. It got wet.‹/7› I remember most of it, well, the funny ones.',
      '‹7›有过一个本子，泡水了。‹/7›大多我都记得，就是那些好笑的。',
    ],
    [interviewer, 'What about fire safety?', '消防方面呢？'],
    [
      qiu,
      '‹8›It’s on the wall in red: no charging in the stairwell. Under the sign there are six cables, I counted.‹/8› One of them was mine. It was cold!',
      '‹8›墙上红字写着：楼道内禁止充电。牌子底下六根线，我数的。‹/8›有一根是我的，那天冷嘛！',
    ],
    [interviewer, 'Who could help you?', '有谁能帮上你们？'],
    [
      qiu,
      '‹9›The hotel has cameras, the clinic is lit all night, the landlords know everyone at the station. All there. We’ve never had them at one table, I wouldn’t know who should sit where.‹/9› ‹10›The social work people lent us armbands, once. That was the launch; I’ve got the photo.‹/10› ‹11›Torches, tea, batteries, that’s out of my pocket.‹/11› My wife has a word for it.',
      '‹9›宾馆有探头，诊所通宵亮灯，房东跟车站的人都熟。都在这儿，就是从没坐到一张桌上，谁坐哪头我都不知道。‹/9›‹10›社工站借过一回袖标，那叫启动仪式，照片我还留着。‹/10›‹11›手电、茶水、电池，都是我自己掏。‹/11›我老婆给这个起了个名儿。',
    ],
    [interviewer, 'What did the tenants want from you?', '租户想要你们做什么？'],
    [
      qiu,
      'I never asked, to be honest. You can’t ask a man through a closed door. ‹13›They pay rent, they leave, and nobody ever turns up for anything, unless there’s a free thermos.‹/13› We had thermoses once. That day we were a hundred.',
      '说老实话，没问过。隔着门你怎么问。‹13›交房租，走人，办什么事都没人来，除非发保温杯。‹/13›发过一回，那天来了一百号人。',
    ],
    [interviewer, 'And next year?', '明年有什么打算？'],
    [
      qiu,
      '‹12›I don’t plan. If there’s stealing, we walk. If there isn’t, we don’t.‹/12› Is that written down now?',
      '‹12›没打算。有贼就转，没贼就不转。‹/12›这句你也记啦？',
    ],
  ],
  marks: {
    1: 'P1',
    2: {
      codes: 'C3=2',
      memo: {
        en: 'The best the patrol ever was, and it is already told as past.',
        zh: '夜巡队最好的时候，可说起来已经是过去了。',
      },
    },
    3: 'X6',
    4: 'B2',
    5: 'T5- T1-',
    6: 'X2 C2a=1',
    7: 'C2b=1',
    8: 'N1- N5-',
    9: 'D1 C1=1',
    10: 'X4',
    11: 'X1',
    12: 'D4 C4=1',
    13: 'B3',
  },
};

const note: SampleDocument = {
  id: 'station-note',
  name: { en: 'Station Road, field note, a Friday patrol', zh: '站前路 田野笔记 周五夜巡' },
  phase: 'after',
  attributes: { date: '2024-01-19', material: 'field', method: 'observation' },
  paragraphs: [
    [
      null,
      'Friday, cold, wind off the tracks. Two of four at the meeting point; a third sends a voice message with a television in it.',
      '周五，冷，铁道那边来的风。集合点到了两个，应到四个；第三个发来一条语音，背景里有电视声。',
    ],
    [
      null,
      '‹1›At eight we walk round blocks one to six in twenty-five minutes and meet nobody. At ten to one I come back alone: fourteen women get off the last bus and pass block four with their phones held up for light. ‹2›The lamp there is still broken.‹/2›‹/1›',
      '‹1›八点，绕一号到六号楼走了一圈，二十五分钟，没碰见人。零点五十我一个人又回来：末班车下来十四个女人，举着手机照路，从四号楼前走过。‹2›那儿的灯还是坏的。‹/2›‹/1›',
    ],
    [
      null,
      'Before that, a quarrel. A scooter is charging in the stairwell of block two, right under the notice. ‹3›Qiu steps in, explains, raises his voice, gives up.‹/3› The owner: “And who are you, anyway?”',
      '中间有场争吵。二号楼道里一辆电动车在充电，正对着那张告示。‹3›邱大明上前，讲道理，提嗓门，算了。‹/3›车主问：“你算哪位？”',
    ],
    [
      null,
      '‹4›Afterwards on the steps he says that the hotel’s night porter nods to him every evening; in two years they have not exchanged a word.‹/4›',
      '‹4›后来坐在台阶上，他说宾馆夜班门房每晚都朝他点个头，两年了，一句话没说过。‹/4›',
    ],
    [
      null,
      '‹5›I notice that I know only those who opened their doors to me. The others are this place, too.‹/5›',
      '‹5›我发觉，我认识的都是肯给我开门的人。没开门的，也是这个地方的人。‹/5›',
    ],
  ],
  marks: {
    1: 'D3 C3=1',
    2: {
      codes: 'O5-',
      memo: {
        en: 'The same lamp as in interview 2, a month later.',
        zh: '与访谈二是同一盏灯，过去一个月了。',
      },
    },
    3: 'C2a=1',
    4: 'W7-',
    5: 'R1',
  },
};

const after: SampleDocument = {
  id: 'station-after',
  name: { en: 'Station Road, interview 2, tenant', zh: '站前路 访谈二 租户' },
  phase: 'after',
  attributes: {
    role: 'resident',
    gender: 'f',
    age: 'u35',
    date: '2023-12-12',
    material: 'interview',
    method: 'interview',
  },
  paragraphs: [
    [interviewer, 'Do you remember the project?', '那个项目您还有印象吗？'],
    [
      zhong,
      'The vests? Sure. ‹1›‹2›Last year the young social worker went from door to door: what can you do, when have you got time? My neighbour has a welding set, I know first aid. She wrote it all down.‹/2› And nobody ever rang. The list is still in the office, I’ve seen it, under the kettle.‹/1›',
      '发马甲那个？有啊。‹1›‹2›去年那个小社工一家一家敲门：您会什么，什么时候有空？我邻居有套电焊，我会急救，她都记下来了。‹/2›后来一个电话也没打来。那张单子还在办公室，我见过，压在水壶底下。‹/1›',
    ],
    [interviewer, 'But the patrol ran.', '不过夜巡是办起来了。'],
    [
      zhong,
      '‹3›For a while they met us off the bus at one in the morning and walked us home. That was good, I’ll say that; Mr Qiu with his torch, talking football.‹/3› ‹4›Then half the block moved out over New Year, and after that they went round at eight, because eight suits them. I come home at one. What do I want with a patrol at eight?‹/4›',
      '‹3›有一阵子，夜里一点他们在车站等我们，一路送到楼下。这个是好的，我得说句公道话；邱师傅打着手电，一路讲球。‹/3›‹4›后来过年，楼里搬走一半，他们就改八点转了，八点他们方便嘛。我一点才下班，八点夜巡跟我有什么关系？‹/4›',
    ],
    [interviewer, 'And the lamp at block four?', '四号楼那盏灯呢？'],
    [
      zhong,
      'Since October. ‹5›I put it in the group: “lamp at block 4 is dead again 😤”. Eleven thumbs. No lamp.‹/5›',
      '十月份坏的。‹5›我在群里发了：“四号楼灯又灭了😤”。十一个赞，灯没亮。‹/5›',
    ],
    [interviewer, 'Would you call them about a quarrel?', '要是有纠纷，您会找他们吗？'],
    [
      zhong,
      '‹6›I did, once. Next morning my business was all over the stairs. Since then I keep my door shut.‹/6› ‹7›And the committee, hm. I went there with a form and they asked for my residence permit before I’d sat down. Nobody’s nasty. But you’re looked at like someone who’s leaving.‹/7›',
      '‹6›找过一回。第二天一早，整个楼道都知道我家的事了。打那以后我就关紧门。‹/6›‹7›居委会嘛……我拿张表去，还没坐下先要看居住证。人倒不凶，就是看你那眼神，像看个马上要走的人。‹/7›',
    ],
    [interviewer, 'Is there a set of rules for the block?', '楼里有什么公约吗？'],
    [
      zhong,
      '‹8›There’s a covenant now, laminated, very nice. ‹9›The cables hang down the stairwell all the same, only now they hang in front of the covenant.‹/9›‹/8›',
      '‹8›现在有公约了，还塑封，挺好看。‹9›电线照样从楼道挂下来，只不过如今挂在公约前头。‹/9›‹/8›',
    ],
    [interviewer, 'Do neighbours help one another?', '邻居之间互相帮吗？'],
    [
      zhong,
      '‹10›The welder and I share a rice cooker, he has it mornings.‹/10› That’s one person out of sixty rooms. ‹11›The rest I know by their coughs.‹/11›',
      '‹10›我跟电焊师傅合用一个电饭煲，上午归他。‹/10›六十间房里就这么一个。‹11›别的人，我只听得出谁在咳嗽。‹/11›',
    ],
    [interviewer, 'Is there anything you like about the place?', '住这儿，有什么让您喜欢的吗？'],
    [
      zhong,
      'Honestly? The trains. I go to bed at nine in the morning, and when the nine-forty goes through, the cup on my shelf hums. ‹15›And the pancake woman downstairs puts an egg in without asking, she can tell when I’ve had a bad night.‹/15›',
      '说真的？火车。我早上九点睡，九点四十那趟一过，架子上的杯子就嗡嗡响。‹15›还有楼下摊煎饼的大姐，哪天我夜班累着了她看得出来，不用我说就加个蛋。‹/15›',
    ],
    [interviewer, 'There was training, too.', '当时还有培训。'],
    [
      zhong,
      '‹12›One afternoon with slides, I was told. Then the girl left in June and nobody’s practised it since; the whistles are still in their plastic.‹/12›',
      '‹12›听说就一个下午，放了放幻灯片。六月那姑娘走了，再没人练过，哨子还在塑料袋里没拆呢。‹/12›',
    ],
    [interviewer, 'What will become of the patrol?', '夜巡队以后会怎样？'],
    [
      zhong,
      '‹13›Mr Qiu says he’s stopping after the holiday. He’s got nobody to hand it to. He’s got a vest and a bag of batteries.‹/13› ‹14›If they ask me: begin with the bus at one, not with the vests.‹/14› But nobody asks at one.',
      '‹13›邱师傅说过完节就不干了，也没人可交，手里就一件马甲、一袋电池。‹/13›‹14›要问我，先从一点那班车做起，别先发马甲。‹/14›可一点钟哪有人来问。',
    ],
  ],
  marks: {
    1: {
      codes: 'C1=1',
      memo: {
        en: 'Assets found and never combined: the move was made, the capacity did not come.',
        zh: '资产找到了却没有整合：行动有了，能力没有跟上。',
      },
    },
    2: { codes: 'M1 A1', phase: 'during' },
    3: { codes: 'M3 C3=2', phase: 'during' },
    4: {
      codes: 'D3 C3=1 F1-',
      memo: {
        en: 'The relapse: the patrol went back to the hours that suit the patrol.',
        zh: '倒退：夜巡又回到了队员自己方便的钟点。',
      },
    },
    5: 'W5- O5-',
    6: 'T5- T2-',
    7: 'T4-',
    8: 'N1-',
    9: 'N5-',
    10: 'W1+',
    11: 'W7-',
    12: 'D2 C2a=1',
    13: 'C4=1',
    14: 'R2',
    15: 'W1+',
  },
};

export const stationRoad: SampleCase = {
  name: { en: 'Station Road', zh: '站前路' },
  attributes: {
    community: {
      en: 'Station Road, rental blocks where a village stood',
      zh: '站前路，原是村子，如今是出租楼',
    },
    organisation: { en: 'Station Road night patrol', zh: '站前路夜巡调解队' },
    street: { en: 'Railway sub-district', zh: '铁路街道' },
    communityKind: 'village',
    orgType: 'mediation',
    founded: '2021',
    members: '4',
    households: '1260',
    registered: 'none',
    initiator: 'res',
    cohesionRating: '1',
    startLevel: '2',
    endLevel: '2',
    contactHours: '58',
    funding: '30000',
  },
  documents: [before, note, after],
};
