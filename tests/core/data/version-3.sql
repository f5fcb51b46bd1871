BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0003');
CREATE TABLE allowed_words (
	check_number INTEGER NOT NULL, 
	words VARCHAR NOT NULL, 
	CONSTRAINT pk_allowed_words PRIMARY KEY (check_number, words)
);
INSERT INTO "allowed_words" VALUES(20,'nato');
CREATE TABLE application (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR(64) NOT NULL, 
	company VARCHAR NOT NULL, 
	role VARCHAR NOT NULL, 
	zone VARCHAR NOT NULL, 
	country VARCHAR NOT NULL, 
	aliases JSON NOT NULL, 
	via_recruiter_only BOOLEAN NOT NULL, 
	no_contact_wished BOOLEAN NOT NULL, 
	fast_decision BOOLEAN NOT NULL, 
	created_at DATETIME NOT NULL, 
	CONSTRAINT uq_application_uid UNIQUE (uid)
);
INSERT INTO "application" VALUES(1,'fbdb4cc1783a40f5ad003838ab180c21','Halvorsen Maritime','Captain''s clerk','Europe/Berlin','NO','[]',0,0,0,'2026-03-20 09:00:00.000000');
INSERT INTO "application" VALUES(2,'75efd9e3946a4e4abf8d5de15fd87b80','Lumen & Ash','Engineer','Europe/Berlin','DE','[]',0,0,0,'2026-03-20 09:00:00.000000');
INSERT INTO "application" VALUES(3,'ddfc0c1f00eb46dab6b9a8ad71aadeaf','مؤسسة النور','Engineer','Europe/Berlin','DE','[]',0,0,0,'2026-03-20 09:00:00.000000');
CREATE TABLE change (
	id INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	label VARCHAR NOT NULL, 
	rows JSON NOT NULL, 
	undone BOOLEAN NOT NULL, 
	CONSTRAINT pk_change PRIMARY KEY (id)
);
INSERT INTO "change" VALUES(1,'2026-03-20 09:00:00.000000','Added: interview at Halvorsen Maritime','[{"table": "setting", "key": {"name": "home_zone"}, "before": null, "after": {"name": "home_zone", "value": "Europe/Berlin"}}, {"table": "application", "key": {"id": 1}, "before": null, "after": {"id": 1, "uid": "fbdb4cc1783a40f5ad003838ab180c21", "company": "Halvorsen Maritime", "role": "Captain''s clerk", "zone": "Europe/Berlin", "country": "NO", "aliases": "[]", "via_recruiter_only": 0, "no_contact_wished": 0, "fast_decision": 0, "created_at": "2026-03-20 09:00:00.000000"}}, {"table": "step", "key": {"id": 1}, "before": null, "after": {"id": 1, "application_id": null, "key": "N4/2026-03-23", "rule": "N4", "person_id": null, "interview_id": null, "title": "Set this week''s targets", "why": "The hunt goes on until one offer is signed.", "action": "open", "message": null, "clock": "self", "opens": "2026-03-22 23:00:00.000000", "best": "2026-03-23 08:00:00.000000", "due": "2026-03-23 22:59:59.000000", "expires": "2026-03-29 21:59:59.000000", "state": "open", "reason": "", "moved": 0, "snoozed_until": null, "closed_at": null, "by_hand": 0, "marked_at": null, "remind_at": "2026-03-23 08:00:00.000000", "reminded_at": null}}, {"table": "interview", "key": {"id": 1}, "before": null, "after": {"id": 1, "uid": "9682aa147ced4009b8a99d4311c74a10", "application_id": 1, "round": 1, "mode": "onsite", "start": "2026-03-27 13:00:00.000000", "end": "2026-03-27 14:00:00.000000", "zone": "Europe/Berlin", "place": "Bergen", "travel_minutes": 35, "invited_at": "2026-03-20 09:00:00.000000", "called_off": null, "calendar_uid": "a@b", "calendar_sequence": 0, "notes": "Bring \"papers\";\nand a pen"}}, {"table": "person", "key": {"id": 1}, "before": null, "after": {"id": 1, "uid": "ce5b36ed82ba49c28f08b6e6f4c9c5c0", "application_id": 1, "name": "Anna-Maria van der Berg", "part": "interviewer", "title": "Dr.", "surname": "", "job": "", "email": "anna@acme.example", "phone": "", "confirmed": 0, "prefers": "email", "consent": "not asked", "informed": 0, "gone": 0, "topic": ""}}, {"table": "person", "key": {"id": 2}, "before": null, "after": {"id": 2, "uid": "8e6af175256146f6af2a1f31a556c9ca", "application_id": 1, "name": "Paul Moreau", "part": "interviewer", "title": "", "surname": "", "job": "", "email": "paul@acme.example", "phone": "", "confirmed": 0, "prefers": "email", "consent": "not asked", "informed": 0, "gone": 0, "topic": ""}}, {"table": "interview_person", "key": {"interview_id": 1, "person_id": 1}, "before": null, "after": {"interview_id": 1, "person_id": 1}}, {"table": "interview_person", "key": {"interview_id": 1, "person_id": 2}, "before": null, "after": {"interview_id": 1, "person_id": 2}}, {"table": "step", "key": {"id": 2}, "before": null, "after": {"id": 2, "application_id": 1, "key": "P1/9682aa147ced4009b8a99d4311c74a10", "rule": "P1", "person_id": null, "interview_id": 1, "title": "Confirm place and names", "why": "Most mix-ups start here: the place or link, the names, the titles.", "action": "open", "message": null, "clock": "self", "opens": "2026-03-20 13:00:00.000000", "best": "2026-03-25 08:00:00.000000", "due": "2026-03-25 13:00:00.000000", "expires": "2026-03-27 13:00:00.000000", "state": "open", "reason": "", "moved": 0, "snoozed_until": null, "closed_at": null, "by_hand": 0, "marked_at": null, "remind_at": "2026-03-25 08:00:00.000000", "reminded_at": null}}, {"table": "step", "key": {"id": 3}, "before": null, "after": {"id": 3, "application_id": 1, "key": "P2/9682aa147ced4009b8a99d4311c74a10", "rule": "P2", "person_id": null, "interview_id": 1, "title": "Pack, and plan the way", "why": "Papers, the route, and one question ready: when will you decide?", "action": "open", "message": null, "clock": "self", "opens": "2026-03-25 13:00:00.000000", "best": "2026-03-26 15:00:00.000000", "due": "2026-03-26 17:00:00.000000", "expires": "2026-03-27 13:00:00.000000", "state": "open", "reason": "", "moved": 0, "snoozed_until": null, "closed_at": null, "by_hand": 0, "marked_at": null, "remind_at": "2026-03-26 15:00:00.000000", "reminded_at": null}}, {"table": "step", "key": {"id": 4}, "before": null, "after": {"id": 4, "application_id": 1, "key": "P3/9682aa147ced4009b8a99d4311c74a10", "rule": "P3", "person_id": null, "interview_id": 1, "title": "Leave by 13:00", "why": "With time to spare on the way and ten calm minutes at the door.", "action": "arrived", "message": null, "clock": "hard", "opens": "2026-03-27 10:00:00.000000", "best": "2026-03-27 12:00:00.000000", "due": "2026-03-27 12:00:00.000000", "expires": "2026-03-27 13:00:00.000000", "state": "open", "reason": "", "moved": 0, "snoozed_until": null, "closed_at": null, "by_hand": 0, "marked_at": null, "remind_at": "2026-03-27 12:00:00.000000", "reminded_at": null}}, {"table": "step", "key": {"id": 5}, "before": null, "after": {"id": 5, "application_id": 1, "key": "C1/9682aa147ced4009b8a99d4311c74a10", "rule": "C1", "person_id": null, "interview_id": 1, "title": "Note names, topics and promises", "why": "While it is fresh: whom you met, what was promised, when they decide.", "action": "open", "message": null, "clock": "self", "opens": "2026-03-27 14:00:00.000000", "best": "2026-03-27 14:00:00.000000", "due": "2026-03-27 15:00:00.000000", "expires": "2026-04-03 13:00:00.000000", "state": "open", "reason": "", "moved": 0, "snoozed_until": null, "closed_at": null, "by_hand": 0, "marked_at": null, "remind_at": "2026-03-27 14:00:00.000000", "reminded_at": null}}, {"table": "step", "key": {"id": 6}, "before": null, "after": {"id": 6, "application_id": 1, "key": "C2/9682aa147ced4009b8a99d4311c74a10", "rule": "C2", "person_id": null, "interview_id": 1, "title": "Three quiet minutes", "why": "Note what went well while it is fresh.", "action": "reflect", "message": null, "clock": "self", "opens": "2026-03-27 14:00:00.000000", "best": "2026-03-27 15:00:00.000000", "due": "2026-03-27 22:59:59.000000", "expires": "2026-03-30 13:00:00.000000", "state": "open", "reason": "", "moved": 0, "snoozed_until": null, "closed_at": null, "by_hand": 0, "marked_at": null, "remind_at": "2026-03-27 15:00:00.000000", "reminded_at": null}}, {"table": "step", "key": {"id": 7}, "before": null, "after": {"id": 7, "application_id": 1, "key": "N1/9682aa147ced4009b8a99d4311c74a10", "rule": "N1", "person_id": null, "interview_id": 1, "title": "Follow Halvorsen Maritime and read their news", "why": "Their company page, not private profiles.", "action": "link", "message": null, "clock": "self", "opens": "2026-03-27 14:00:00.000000", "best": "2026-03-28 08:00:00.000000", "due": "2026-03-28 14:00:00.000000", "expires": "2026-04-10 13:00:00.000000", "state": "open", "reason": "", "moved": 0, "snoozed_until": null, "closed_at": null, "by_hand": 0, "marked_at": null, "remind_at": "2026-03-28 08:00:00.000000", "reminded_at": null}}, {"table": "step", "key": {"id": 8}, "before": null, "after": {"id": 8, "application_id": 1, "key": "T1/9682aa147ced4009b8a99d4311c74a10/8e6af175256146f6af2a1f31a556c9ca", "rule": "T1", "person_id": 2, "interview_id": 1, "title": "Thank Paul Moreau", "why": "A note within a day is courteous, and they remember it.", "action": "write", "message": "M1", "clock": "hard", "opens": "2026-03-27 16:00:00.000000", "best": "2026-03-27 16:00:00.000000", "due": "2026-03-28 14:00:00.000000", "expires": "2026-04-03 13:00:00.000000", "state": "open", "reason": "", "moved": 0, "snoozed_until": null, "closed_at": null, "by_hand": 0, "marked_at": null, "remind_at": "2026-03-27 16:00:00.000000", "reminded_at": null}}, {"table": "step", "key": {"id": 9}, "before": null, "after": {"id": 9, "application_id": 1, "key": "T1/9682aa147ced4009b8a99d4311c74a10/ce5b36ed82ba49c28f08b6e6f4c9c5c0", "rule": "T1", "person_id": 1, "interview_id": 1, "title": "Thank Dr. van der Berg", "why": "A note within a day is courteous, and they remember it.", "action": "write", "message": "M1", "clock": "hard", "opens": "2026-03-27 16:00:00.000000", "best": "2026-03-27 16:00:00.000000", "due": "2026-03-28 14:00:00.000000", "expires": "2026-04-03 13:00:00.000000", "state": "open", "reason": "", "moved": 0, "snoozed_until": null, "closed_at": null, "by_hand": 0, "marked_at": null, "remind_at": "2026-03-27 16:00:00.000000", "reminded_at": null}}, {"table": "step", "key": {"id": 10}, "before": null, "after": {"id": 10, "application_id": 1, "key": "N2/9682aa147ced4009b8a99d4311c74a10", "rule": "N2", "person_id": null, "interview_id": 1, "title": "Think back on the interview", "why": "Fifteen calm minutes for the next one. Ask a friend, too.", "action": "reflect", "message": null, "clock": "self", "opens": "2026-03-28 14:00:00.000000", "best": "2026-03-28 14:00:00.000000", "due": "2026-03-30 13:00:00.000000", "expires": "2026-04-10 13:00:00.000000", "state": "open", "reason": "", "moved": 0, "snoozed_until": null, "closed_at": null, "by_hand": 0, "marked_at": null, "remind_at": "2026-03-28 14:00:00.000000", "reminded_at": null}}, {"table": "step", "key": {"id": 11}, "before": null, "after": {"id": 11, "application_id": 1, "key": "F1/9682aa147ced4009b8a99d4311c74a10", "rule": "F1", "person_id": null, "interview_id": 1, "title": "A good day to follow up", "why": "A while with no news: a short, calm question is welcome. Moved on: Maundy Thursday is a holiday there.", "action": "write", "message": "M4", "clock": "roll", "opens": "2026-04-07 07:00:00.000000", "best": "2026-04-07 07:00:00.000000", "due": "2026-04-07 13:00:00.000000", "expires": "2026-04-21 13:00:00.000000", "state": "open", "reason": "", "moved": 0, "snoozed_until": null, "closed_at": null, "by_hand": 0, "marked_at": null, "remind_at": "2026-04-07 07:00:00.000000", "reminded_at": null}}, {"table": "step", "key": {"id": 12}, "before": null, "after": {"id": 12, "application_id": 1, "key": "F2/9682aa147ced4009b8a99d4311c74a10", "rule": "F2", "person_id": null, "interview_id": 1, "title": "Follow up once more, the last time", "why": "One last calm question; after it, the next move is theirs.", "action": "write", "message": "M5", "clock": "roll", "opens": "2026-04-14 07:00:00.000000", "best": "2026-04-14 07:00:00.000000", "due": "2026-04-14 13:00:00.000000", "expires": "2026-04-28 13:00:00.000000", "state": "open", "reason": "", "moved": 0, "snoozed_until": null, "closed_at": null, "by_hand": 0, "marked_at": null, "remind_at": "2026-04-14 07:00:00.000000", "reminded_at": null}}, {"table": "step", "key": {"id": 13}, "before": null, "after": {"id": 13, "application_id": 1, "key": "Q1/9682aa147ced4009b8a99d4311c74a10", "rule": "Q1", "person_id": null, "interview_id": 1, "title": "Let it rest", "why": "No news for a long while. A late reply opens it again.", "action": "open", "message": null, "clock": "none", "opens": "2026-05-08 13:00:00.000000", "best": "2026-05-08 13:00:00.000000", "due": "2026-05-08 13:00:00.000000", "expires": null, "state": "open", "reason": "", "moved": 0, "snoozed_until": null, "closed_at": null, "by_hand": 0, "marked_at": null, "remind_at": "2026-05-08 13:00:00.000000", "reminded_at": null}}]',0);
INSERT INTO "change" VALUES(2,'2026-03-20 09:00:00.000000','Added: interview at Lumen & Ash','[{"table": "application", "key": {"id": 2}, "before": null, "after": {"id": 2, "uid": "75efd9e3946a4e4abf8d5de15fd87b80", "company": "Lumen & Ash", "role": "Engineer", "zone": "Europe/Berlin", "country": "DE", "aliases": "[]", "via_recruiter_only": 0, "no_contact_wished": 0, "fast_decision": 0, "created_at": "2026-03-20 09:00:00.000000"}}, {"table": "interview", "key": {"id": 2}, "before": null, "after": {"id": 2, "uid": "8ccbf0247c4c4d909b4fbed9439dee6d", "application_id": 2, "round": 1, "mode": "video", "start": "2026-04-02 08:30:00.000000", "end": "2026-04-02 09:30:00.000000", "zone": "Europe/Berlin", "place": "https://meet.example/x", "travel_minutes": 0, "invited_at": "2026-03-20 09:00:00.000000", "called_off": null, "calendar_uid": null, "calendar_sequence": 0, "notes": ""}}, {"table": "step", "key": {"id": 14}, "before": null, "after": {"id": 14, "application_id": 2, "key": "P1/8ccbf0247c4c4d909b4fbed9439dee6d", "rule": "P1", "person_id": null, "interview_id": 2, "title": "Confirm place and names", "why": "Most mix-ups start here: the place or link, the names, the titles.", "action": "open", "message": null, "clock": "self", "opens": "2026-03-26 09:30:00.000000", "best": "2026-03-31 07:00:00.000000", "due": "2026-03-31 08:30:00.000000", "expires": "2026-04-02 08:30:00.000000", "state": "open", "reason": "", "moved": 0, "snoozed_until": null, "closed_at": null, "by_hand": 0, "marked_at": null, "remind_at": "2026-03-31 07:00:00.000000", "reminded_at": null}}, {"table": "step", "key": {"id": 15}, "before": null, "after": {"id": 15, "application_id": 2, "key": "P2/8ccbf0247c4c4d909b4fbed9439dee6d", "rule": "P2", "person_id": null, "interview_id": 2, "title": "Test the video call", "why": "Camera, sound, link, and one question ready: when will you decide?", "action": "open", "message": null, "clock": "self", "opens": "2026-03-31 08:30:00.000000", "best": "2026-04-01 14:00:00.000000", "due": "2026-04-01 16:00:00.000000", "expires": "2026-04-02 08:30:00.000000", "state": "open", "reason": "", "moved": 0, "snoozed_until": null, "closed_at": null, "by_hand": 0, "marked_at": null, "remind_at": "2026-04-01 14:00:00.000000", "reminded_at": null}}, {"table": "step", "key": {"id": 16}, "before": null, "after": {"id": 16, "application_id": 2, "key": "P3/8ccbf0247c4c4d909b4fbed9439dee6d", "rule": "P3", "person_id": null, "interview_id": 2, "title": "Open the call, test sound and picture", "why": "Be in the waiting room five minutes early.", "action": "arrived", "message": null, "clock": "hard", "opens": "2026-04-02 06:05:00.000000", "best": "2026-04-02 08:15:00.000000", "due": "2026-04-02 08:15:00.000000", "expires": "2026-04-02 08:30:00.000000", "state": "open", "reason": "", "moved": 0, "snoozed_until": null, "closed_at": null, "by_hand": 0, "marked_at": null, "remind_at": "2026-04-02 08:15:00.000000", "reminded_at": null}}, {"table": "step", "key": {"id": 17}, "before": null, "after": {"id": 17, "application_id": 2, "key": "C1/8ccbf0247c4c4d909b4fbed9439dee6d", "rule": "C1", "person_id": null, "interview_id": 2, "title": "Note names, topics and promises", "why": "While it is fresh: whom you met, what was promised, when they decide.", "action": "open", "message": null, "clock": "self", "opens": "2026-04-02 09:30:00.000000", "best": "2026-04-02 09:30:00.000000", "due": "2026-04-02 10:30:00.000000", "expires": "2026-04-09 09:30:00.000000", "state": "open", "reason": "", "moved": 0, "snoozed_until": null, "closed_at": null, "by_hand": 0, "marked_at": null, "remind_at": "2026-04-02 09:30:00.000000", "reminded_at": null}}, {"table": "step", "key": {"id": 18}, "before": null, "after": {"id": 18, "application_id": 2, "key": "C2/8ccbf0247c4c4d909b4fbed9439dee6d", "rule": "C2", "person_id": null, "interview_id": 2, "title": "Three quiet minutes", "why": "Note what went well while it is fresh.", "action": "reflect", "message": null, "clock": "self", "opens": "2026-04-02 09:30:00.000000", "best": "2026-04-02 10:30:00.000000", "due": "2026-04-02 21:59:59.000000", "expires": "2026-04-05 09:30:00.000000", "state": "open", "reason": "", "moved": 0, "snoozed_until": null, "closed_at": null, "by_hand": 0, "marked_at": null, "remind_at": "2026-04-02 10:30:00.000000", "reminded_at": null}}, {"table": "step", "key": {"id": 19}, "before": null, "after": {"id": 19, "application_id": 2, "key": "N1/8ccbf0247c4c4d909b4fbed9439dee6d", "rule": "N1", "person_id": null, "interview_id": 2, "title": "Follow Lumen & Ash and read their news", "why": "Their company page, not private profiles.", "action": "link", "message": null, "clock": "self", "opens": "2026-04-02 09:30:00.000000", "best": "2026-04-03 07:00:00.000000", "due": "2026-04-03 09:30:00.000000", "expires": "2026-04-16 09:30:00.000000", "state": "open", "reason": "", "moved": 0, "snoozed_until": null, "closed_at": null, "by_hand": 0, "marked_at": null, "remind_at": "2026-04-03 07:00:00.000000", "reminded_at": null}}, {"table": "step", "key": {"id": 20}, "before": null, "after": {"id": 20, "application_id": 2, "key": "T1/8ccbf0247c4c4d909b4fbed9439dee6d", "rule": "T1", "person_id": null, "interview_id": 2, "title": "Thank your interviewers", "why": "A note within a day is courteous, and they remember it.", "action": "write", "message": "M1", "clock": "hard", "opens": "2026-04-02 11:30:00.000000", "best": "2026-04-02 11:30:00.000000", "due": "2026-04-03 09:30:00.000000", "expires": "2026-04-09 09:30:00.000000", "state": "open", "reason": "", "moved": 0, "snoozed_until": null, "closed_at": null, "by_hand": 0, "marked_at": null, "remind_at": "2026-04-02 11:30:00.000000", "reminded_at": null}}, {"table": "step", "key": {"id": 21}, "before": null, "after": {"id": 21, "application_id": 2, "key": "N2/8ccbf0247c4c4d909b4fbed9439dee6d", "rule": "N2", "person_id": null, "interview_id": 2, "title": "Think back on the interview", "why": "Fifteen calm minutes for the next one. Ask a friend, too.", "action": "reflect", "message": null, "clock": "self", "opens": "2026-04-03 09:30:00.000000", "best": "2026-04-03 09:30:00.000000", "due": "2026-04-05 09:30:00.000000", "expires": "2026-04-16 09:30:00.000000", "state": "open", "reason": "", "moved": 0, "snoozed_until": null, "closed_at": null, "by_hand": 0, "marked_at": null, "remind_at": "2026-04-03 09:30:00.000000", "reminded_at": null}}, {"table": "step", "key": {"id": 22}, "before": null, "after": {"id": 22, "application_id": 2, "key": "F1/8ccbf0247c4c4d909b4fbed9439dee6d", "rule": "F1", "person_id": null, "interview_id": 2, "title": "A good day to follow up", "why": "A while with no news: a short, calm question is welcome.", "action": "write", "message": "M4", "clock": "roll", "opens": "2026-04-09 07:00:00.000000", "best": "2026-04-09 07:00:00.000000", "due": "2026-04-09 09:30:00.000000", "expires": "2026-04-23 09:30:00.000000", "state": "open", "reason": "", "moved": 0, "snoozed_until": null, "closed_at": null, "by_hand": 0, "marked_at": null, "remind_at": "2026-04-09 07:00:00.000000", "reminded_at": null}}, {"table": "step", "key": {"id": 23}, "before": null, "after": {"id": 23, "application_id": 2, "key": "F2/8ccbf0247c4c4d909b4fbed9439dee6d", "rule": "F2", "person_id": null, "interview_id": 2, "title": "Follow up once more, the last time", "why": "One last calm question; after it, the next move is theirs.", "action": "write", "message": "M5", "clock": "roll", "opens": "2026-04-16 07:00:00.000000", "best": "2026-04-16 07:00:00.000000", "due": "2026-04-16 09:30:00.000000", "expires": "2026-04-30 09:30:00.000000", "state": "open", "reason": "", "moved": 0, "snoozed_until": null, "closed_at": null, "by_hand": 0, "marked_at": null, "remind_at": "2026-04-16 07:00:00.000000", "reminded_at": null}}, {"table": "step", "key": {"id": 24}, "before": null, "after": {"id": 24, "application_id": 2, "key": "Q1/8ccbf0247c4c4d909b4fbed9439dee6d", "rule": "Q1", "person_id": null, "interview_id": 2, "title": "Let it rest", "why": "No news for a long while. A late reply opens it again.", "action": "open", "message": null, "clock": "none", "opens": "2026-05-14 09:30:00.000000", "best": "2026-05-14 09:30:00.000000", "due": "2026-05-14 09:30:00.000000", "expires": null, "state": "open", "reason": "", "moved": 0, "snoozed_until": null, "closed_at": null, "by_hand": 0, "marked_at": null, "remind_at": "2026-05-14 09:30:00.000000", "reminded_at": null}}]',0);
INSERT INTO "change" VALUES(3,'2026-03-20 09:00:00.000000','Added: interview at مؤسسة النور','[{"table": "application", "key": {"id": 3}, "before": null, "after": {"id": 3, "uid": "ddfc0c1f00eb46dab6b9a8ad71aadeaf", "company": "\u0645\u0624\u0633\u0633\u0629 \u0627\u0644\u0646\u0648\u0631", "role": "Engineer", "zone": "Europe/Berlin", "country": "DE", "aliases": "[]", "via_recruiter_only": 0, "no_contact_wished": 0, "fast_decision": 0, "created_at": "2026-03-20 09:00:00.000000"}}, {"table": "interview", "key": {"id": 3}, "before": null, "after": {"id": 3, "uid": "d3197e4a8f0440e788fbcf789aa5f3e3", "application_id": 3, "round": 1, "mode": "onsite", "start": "2026-02-02 09:30:00.000000", "end": "2026-02-02 10:30:00.000000", "zone": "Europe/Berlin", "place": "", "travel_minutes": 0, "invited_at": "2026-03-20 09:00:00.000000", "called_off": null, "calendar_uid": null, "calendar_sequence": 0, "notes": ""}}, {"table": "person", "key": {"id": 3}, "before": null, "after": {"id": 3, "uid": "ad65b1305e1e4698b801d9cbae66ab2b", "application_id": 3, "name": "\u0634\u064a\u0631\u064a\u0646 \ud83c\udf1f", "part": "interviewer", "title": "", "surname": "", "job": "", "email": "", "phone": "", "confirmed": 0, "prefers": "email", "consent": "not asked", "informed": 0, "gone": 0, "topic": ""}}, {"table": "interview_person", "key": {"interview_id": 3, "person_id": 3}, "before": null, "after": {"interview_id": 3, "person_id": 3}}, {"table": "step", "key": {"id": 25}, "before": null, "after": {"id": 25, "application_id": 3, "key": "Q1/d3197e4a8f0440e788fbcf789aa5f3e3", "rule": "Q1", "person_id": null, "interview_id": 3, "title": "Let it rest", "why": "No news for a long while. A late reply opens it again.", "action": "open", "message": null, "clock": "none", "opens": "2026-03-16 10:30:00.000000", "best": "2026-03-16 10:30:00.000000", "due": "2026-03-16 10:30:00.000000", "expires": null, "state": "done", "reason": "", "moved": 0, "snoozed_until": null, "closed_at": "2026-03-16 10:30:00.000000", "by_hand": 0, "marked_at": null, "remind_at": null, "reminded_at": null}}]',0);
INSERT INTO "change" VALUES(4,'2026-03-27 15:00:00.000000','Noted: You promised: reference list','[{"table": "event", "key": {"id": 1}, "before": null, "after": {"id": 1, "uid": "d8b6beebfde74433bf635fd4c6c822b8", "application_id": 1, "kind": "promise", "at": "2026-03-27 15:00:00.000000", "zone": "Europe/Berlin", "moment_at": null, "moment_on": "2026-04-02", "text": "reference list", "by": "me", "item": "references", "reply": null, "message": null, "channel": null, "path": null, "answered": 0}}, {"table": "step", "key": {"id": 2}, "before": {"state": "open", "moved": 0, "snoozed_until": null, "closed_at": null, "by_hand": 0, "marked_at": null, "remind_at": "2026-03-25 08:00:00.000000"}, "after": {"state": "missed", "moved": 0, "snoozed_until": null, "closed_at": "2026-03-27 13:00:00.000000", "by_hand": 0, "marked_at": null, "remind_at": null}}, {"table": "step", "key": {"id": 3}, "before": {"state": "open", "moved": 0, "snoozed_until": null, "closed_at": null, "by_hand": 0, "marked_at": null, "remind_at": "2026-03-26 15:00:00.000000"}, "after": {"state": "missed", "moved": 0, "snoozed_until": null, "closed_at": "2026-03-27 13:00:00.000000", "by_hand": 0, "marked_at": null, "remind_at": null}}, {"table": "step", "key": {"id": 4}, "before": {"state": "open", "moved": 0, "snoozed_until": null, "closed_at": null, "by_hand": 0, "marked_at": null, "remind_at": "2026-03-27 12:00:00.000000"}, "after": {"state": "missed", "moved": 0, "snoozed_until": null, "closed_at": "2026-03-27 13:00:00.000000", "by_hand": 0, "marked_at": null, "remind_at": null}}, {"table": "step", "key": {"id": 26}, "before": null, "after": {"id": 26, "application_id": 1, "key": "G1/d8b6beebfde74433bf635fd4c6c822b8", "rule": "G1", "person_id": null, "interview_id": null, "title": "Ask your referees for permission", "why": "Before anything else: may you name them, and on what terms?", "action": "write", "message": null, "clock": "self", "opens": "2026-03-27 15:00:00.000000", "best": "2026-03-27 15:00:00.000000", "due": "2026-03-28 15:00:00.000000", "expires": "2026-04-27 14:00:00.000000", "state": "open", "reason": "", "moved": 0, "snoozed_until": null, "closed_at": null, "by_hand": 0, "marked_at": null, "remind_at": "2026-03-27 15:00:00.000000", "reminded_at": null}}, {"table": "step", "key": {"id": 27}, "before": null, "after": {"id": 27, "application_id": 1, "key": "G2/d8b6beebfde74433bf635fd4c6c822b8", "rule": "G2", "person_id": null, "interview_id": null, "title": "Tell your referees", "why": "They should hear about Halvorsen Maritime before your list goes out.", "action": "write", "message": "M8", "clock": "hard", "opens": "2026-03-27 15:00:00.000000", "best": "2026-03-27 15:00:00.000000", "due": "2026-03-31 21:59:59.000000", "expires": "2026-04-30 21:59:59.000000", "state": "open", "reason": "", "moved": 0, "snoozed_until": null, "closed_at": null, "by_hand": 0, "marked_at": null, "remind_at": "2026-03-27 15:00:00.000000", "reminded_at": null}}, {"table": "step", "key": {"id": 28}, "before": null, "after": {"id": 28, "application_id": 1, "key": "G3/d8b6beebfde74433bf635fd4c6c822b8", "rule": "G3", "person_id": null, "interview_id": null, "title": "Send the reference list", "why": "You promised it by 2 April.", "action": "write", "message": "M7", "clock": "hard", "opens": "2026-03-27 15:00:00.000000", "best": "2026-03-31 21:59:59.000000", "due": "2026-04-02 21:59:59.000000", "expires": "2026-05-02 21:59:59.000000", "state": "open", "reason": "First: Tell your referees.", "moved": 0, "snoozed_until": null, "closed_at": null, "by_hand": 0, "marked_at": null, "remind_at": "2026-04-01 06:00:00.000000", "reminded_at": null}}]',0);
INSERT INTO "change" VALUES(5,'2026-03-27 15:00:00.000000','Noted: They promised: decision','[{"table": "event", "key": {"id": 2}, "before": null, "after": {"id": 2, "uid": "f80faffabd084fa39bd560a72f25137b", "application_id": 1, "kind": "promise", "at": "2026-03-27 15:00:00.000000", "zone": "Europe/Berlin", "moment_at": null, "moment_on": "2026-04-10", "text": "decision", "by": "them", "item": "decision", "reply": null, "message": null, "channel": null, "path": null, "answered": 0}}, {"table": "step", "key": {"id": 11}, "before": {"state": "open", "reason": "", "moved": 0, "snoozed_until": null, "closed_at": null, "by_hand": 0, "marked_at": null, "remind_at": "2026-04-07 07:00:00.000000"}, "after": {"state": "cancelled", "reason": "they named 10 April", "moved": 0, "snoozed_until": null, "closed_at": "2026-03-27 15:00:00.000000", "by_hand": 0, "marked_at": null, "remind_at": null}}, {"table": "step", "key": {"id": 12}, "before": {"state": "open", "reason": "", "moved": 0, "snoozed_until": null, "closed_at": null, "by_hand": 0, "marked_at": null, "remind_at": "2026-04-14 07:00:00.000000"}, "after": {"state": "cancelled", "reason": "they named 10 April", "moved": 0, "snoozed_until": null, "closed_at": "2026-03-27 15:00:00.000000", "by_hand": 0, "marked_at": null, "remind_at": null}}, {"table": "step", "key": {"id": 29}, "before": null, "after": {"id": 29, "application_id": 1, "key": "F3/9682aa147ced4009b8a99d4311c74a10/20260327T150000", "rule": "F3", "person_id": null, "interview_id": 1, "title": "Ask when they will decide", "why": "The day they named, 10 April, has passed.", "action": "write", "message": "M6", "clock": "roll", "opens": "2026-04-14 07:00:00.000000", "best": "2026-04-14 07:00:00.000000", "due": "2026-04-14 07:00:00.000000", "expires": "2026-04-28 07:00:00.000000", "state": "open", "reason": "", "moved": 0, "snoozed_until": null, "closed_at": null, "by_hand": 0, "marked_at": null, "remind_at": "2026-04-14 07:00:00.000000", "reminded_at": null}}]',0);
INSERT INTO "change" VALUES(6,'2026-03-27 15:00:00.000000','Done: Thank Paul Moreau','[{"table": "step", "key": {"id": 8}, "before": {"state": "open", "moved": 0, "snoozed_until": null, "closed_at": null, "by_hand": 0, "marked_at": null, "remind_at": "2026-03-27 16:00:00.000000"}, "after": {"state": "done", "moved": 0, "snoozed_until": null, "closed_at": "2026-03-27 15:00:00.000000", "by_hand": 1, "marked_at": "2026-03-27 15:00:00.000000", "remind_at": null}}, {"table": "event", "key": {"id": 3}, "before": null, "after": {"id": 3, "uid": "72088726efe74c9b8b4fdfb991b24eca", "application_id": 1, "kind": "sent", "at": "2026-03-27 15:00:00.000000", "zone": "Europe/Berlin", "moment_at": null, "moment_on": null, "text": "", "by": null, "item": null, "reply": null, "message": "M1", "channel": "email", "path": null, "answered": 0}}, {"table": "event_person", "key": {"event_id": 3, "person_id": 2}, "before": null, "after": {"event_id": 3, "person_id": 2}}]',0);
INSERT INTO "change" VALUES(7,'2026-03-27 15:00:00.000000','Snoozed: Think back on the interview','[{"table": "step", "key": {"id": 10}, "before": {"best": "2026-03-28 14:00:00.000000", "moved": 0, "snoozed_until": null, "by_hand": 0, "marked_at": null, "remind_at": "2026-03-28 14:00:00.000000"}, "after": {"best": "2026-03-29 08:00:00.000000", "moved": 0, "snoozed_until": "2026-03-29 08:00:00.000000", "by_hand": 0, "marked_at": "2026-03-27 15:00:00.000000", "remind_at": "2026-03-29 08:00:00.000000"}}]',0);
INSERT INTO "change" VALUES(8,'2026-03-27 15:00:00.000000','Skipped: Follow Halvorsen Maritime and read their news','[{"table": "step", "key": {"id": 7}, "before": {"state": "open", "reason": "", "moved": 0, "snoozed_until": null, "closed_at": null, "by_hand": 0, "marked_at": null, "remind_at": "2026-03-28 08:00:00.000000"}, "after": {"state": "skipped", "reason": "They have no page", "moved": 0, "snoozed_until": null, "closed_at": "2026-03-27 15:00:00.000000", "by_hand": 1, "marked_at": "2026-03-27 15:00:00.000000", "remind_at": null}}]',0);
INSERT INTO "change" VALUES(9,'2026-03-27 15:00:00.000000','Noted: They said no','[{"table": "event", "key": {"id": 4}, "before": null, "after": {"id": 4, "uid": "b12abaad9f8145039443bcf4a9b21592", "application_id": 3, "kind": "rejection", "at": "2026-03-27 15:00:00.000000", "zone": "Europe/Berlin", "moment_at": null, "moment_on": null, "text": "", "by": null, "item": null, "reply": null, "message": null, "channel": null, "path": null, "answered": 0}}, {"table": "step", "key": {"id": 30}, "before": null, "after": {"id": 30, "application_id": 3, "key": "X1/20260327T150000", "rule": "X1", "person_id": null, "interview_id": null, "title": "Answer with grace", "why": "They said no on 27 March. A kind reply keeps the door open.", "action": "write", "message": "M10", "clock": "roll", "opens": "2026-03-30 07:00:00.000000", "best": "2026-03-30 07:00:00.000000", "due": "2026-03-30 14:00:00.000000", "expires": "2026-04-13 14:00:00.000000", "state": "open", "reason": "", "moved": 0, "snoozed_until": null, "closed_at": null, "by_hand": 0, "marked_at": null, "remind_at": "2026-03-30 07:00:00.000000", "reminded_at": null}}, {"table": "step", "key": {"id": 31}, "before": null, "after": {"id": 31, "application_id": 3, "key": "X2/20260327T150000/ad65b1305e1e4698b801d9cbae66ab2b", "rule": "X2", "person_id": 3, "interview_id": null, "title": "Invite \u0634\u064a\u0631\u064a\u0646 \ud83c\udf1f on LinkedIn", "why": "The process is closed; now it is a friendly gesture. Moved on: Good Friday is a holiday there.", "action": "link", "message": "M11", "clock": "roll", "opens": "2026-03-30 14:00:00.000000", "best": "2026-03-30 14:00:00.000000", "due": "2026-04-07 14:00:00.000000", "expires": "2026-05-07 14:00:00.000000", "state": "open", "reason": "", "moved": 0, "snoozed_until": null, "closed_at": null, "by_hand": 0, "marked_at": null, "remind_at": "2026-03-30 14:00:00.000000", "reminded_at": null}}, {"table": "step", "key": {"id": 32}, "before": null, "after": {"id": 32, "application_id": 3, "key": "X3/20260327T150000/1", "rule": "X3", "person_id": null, "interview_id": null, "title": "Keep in touch with \u0645\u0624\u0633\u0633\u0629 \u0627\u0644\u0646\u0648\u0631", "why": "Only with a reason: news, an article, a congratulation, a vacancy.", "action": "write", "message": "M12", "clock": "roll", "opens": "2026-04-27 07:00:00.000000", "best": "2026-04-27 07:00:00.000000", "due": "2026-04-27 14:00:00.000000", "expires": "2026-05-27 14:00:00.000000", "state": "open", "reason": "", "moved": 0, "snoozed_until": null, "closed_at": null, "by_hand": 0, "marked_at": null, "remind_at": "2026-04-27 07:00:00.000000", "reminded_at": null}}, {"table": "step", "key": {"id": 33}, "before": null, "after": {"id": 33, "application_id": null, "key": "N4/2026-03-30", "rule": "N4", "person_id": null, "interview_id": null, "title": "Set this week''s targets", "why": "The hunt goes on until one offer is signed.", "action": "open", "message": null, "clock": "self", "opens": "2026-03-29 22:00:00.000000", "best": "2026-03-30 07:00:00.000000", "due": "2026-03-30 21:59:59.000000", "expires": "2026-04-05 21:59:59.000000", "state": "open", "reason": "", "moved": 0, "snoozed_until": null, "closed_at": null, "by_hand": 0, "marked_at": null, "remind_at": "2026-03-30 07:00:00.000000", "reminded_at": null}}]',0);
INSERT INTO "change" VALUES(10,'2026-03-27 15:00:00.000000','Settings changed','[{"table": "setting", "key": {"name": "theme"}, "before": null, "after": {"name": "theme", "value": "dark"}}]',0);
INSERT INTO "change" VALUES(11,'2026-03-27 15:00:00.000000','Mail account changed','[{"table": "setting", "key": {"name": "mail_address"}, "before": null, "after": {"name": "mail_address", "value": "ann@mail.example"}}, {"table": "setting", "key": {"name": "mail_name"}, "before": null, "after": {"name": "mail_name", "value": "Ann Berg"}}, {"table": "setting", "key": {"name": "mail_user"}, "before": null, "after": {"name": "mail_user", "value": "ann"}}, {"table": "setting", "key": {"name": "mail_outgoing_host"}, "before": null, "after": {"name": "mail_outgoing_host", "value": "smtp.mail.example"}}, {"table": "setting", "key": {"name": "mail_outgoing_port"}, "before": null, "after": {"name": "mail_outgoing_port", "value": "465"}}, {"table": "setting", "key": {"name": "mail_outgoing_security"}, "before": null, "after": {"name": "mail_outgoing_security", "value": "tls"}}]',0);
INSERT INTO "change" VALUES(12,'2026-03-27 15:00:00.000000','Noted: Halvorsen opens a yard in Bergen','[{"table": "news", "key": {"id": 1}, "before": null, "after": {"id": 1, "application_id": 1, "title": "Halvorsen opens a yard in Bergen", "published": "2026-03-20", "source": "https://halvorsen.example/news/1", "negative": 0}}]',0);
INSERT INTO "change" VALUES(13,'2026-03-27 15:00:00.000000','Noted: the new dry dock','[{"table": "topic", "key": {"id": 1}, "before": null, "after": {"id": 1, "application_id": 1, "text": "the new dry dock"}}]',0);
INSERT INTO "change" VALUES(14,'2026-03-27 15:00:00.000000','Noted: ten years at sea','[{"table": "strength", "key": {"id": 1}, "before": null, "after": {"id": 1, "application_id": 1, "text": "ten years at sea"}}]',0);
INSERT INTO "change" VALUES(15,'2026-03-27 15:00:00.000000','Added to your words: Halvorsen','[{"table": "dictionary_word", "key": {"word": "Halvorsen"}, "before": null, "after": {"word": "Halvorsen"}}]',0);
INSERT INTO "change" VALUES(16,'2026-03-27 15:00:00.000000','Left alone from now on: nato','[{"table": "allowed_words", "key": {"check_number": 20, "words": "nato"}, "before": null, "after": {"check_number": 20, "words": "nato"}}]',0);
INSERT INTO "change" VALUES(17,'2026-03-27 15:00:00.000000','Added to your CV: Initech','[{"table": "cv_employer", "key": {"name": "Initech"}, "before": null, "after": {"name": "Initech"}}]',0);
INSERT INTO "change" VALUES(18,'2026-03-27 15:00:00.000000','Kept: a reply from Ingrid Halvorsen','[{"table": "received", "key": {"id": 1}, "before": null, "after": {"id": 1, "uid": "d833d4c2591c4e199a99a3cbbb332de4", "application_id": 1, "at": "2026-03-27 15:00:00.000000", "sender": "Ingrid Halvorsen", "address": "ingrid@halvorsen.example", "subject": "Your visit", "body": "Thank you for coming.", "mail_id": "<1@halvorsen.example>", "added_at": "2026-03-27 15:00:00.000000"}}]',0);
INSERT INTO "change" VALUES(19,'2026-03-27 15:00:00.000000','Sent: Keep in touch to Anna-Maria van der Berg','[{"table": "message", "key": {"id": 2}, "before": {"state": "handed over", "sent_at": null}, "after": {"state": "sent", "sent_at": "2026-03-27 15:00:00.000000"}}, {"table": "event", "key": {"id": 5}, "before": null, "after": {"id": 5, "uid": "bb657c12a2fb45b4aecd98e2eeaccbff", "application_id": 1, "kind": "sent", "at": "2026-03-27 15:00:00.000000", "zone": "Europe/Berlin", "moment_at": null, "moment_on": null, "text": "", "by": null, "item": null, "reply": null, "message": "M12", "channel": "email", "path": null, "answered": 0}}, {"table": "event_person", "key": {"event_id": 5, "person_id": 1}, "before": null, "after": {"event_id": 5, "person_id": 1}}]',0);
CREATE TABLE company_fact (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR(64) NOT NULL, 
	application_id INTEGER NOT NULL, 
	topic VARCHAR(24) NOT NULL, 
	value VARCHAR NOT NULL, 
	source VARCHAR NOT NULL, 
	dated DATE, 
	used_for VARCHAR NOT NULL, 
	noted_at DATETIME NOT NULL, 
	CONSTRAINT uq_company_fact_uid UNIQUE (uid), 
	CONSTRAINT fk_company_fact_application_id_application FOREIGN KEY(application_id) REFERENCES application (id) ON DELETE CASCADE
);
INSERT INTO "company_fact" VALUES(1,'11111111111111111111111111111111',1,'strategy','Electric ferries','https://halvorsen.example','2026-03-01','my second question','2026-03-28 09:00:00.000000');
CREATE TABLE company_link (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	application_id INTEGER NOT NULL, 
	label VARCHAR NOT NULL, 
	url VARCHAR NOT NULL, 
	CONSTRAINT fk_company_link_application_id_application FOREIGN KEY(application_id) REFERENCES application (id) ON DELETE CASCADE
);
INSERT INTO "company_link" VALUES(1,1,'Their page','https://halvorsen.example');
CREATE TABLE conclusion (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR(64) NOT NULL, 
	reflection_id INTEGER NOT NULL, 
	"key" VARCHAR(120) NOT NULL, 
	kind VARCHAR(24) NOT NULL, 
	text VARCHAR NOT NULL, 
	due DATETIME NOT NULL, 
	due_by_hand BOOLEAN NOT NULL, 
	ground_question VARCHAR(24) NOT NULL, 
	ground_words VARCHAR NOT NULL, 
	friend VARCHAR NOT NULL, 
	from_friend BOOLEAN NOT NULL, 
	adopted_at DATETIME NOT NULL, 
	done_at DATETIME, 
	kept BOOLEAN, 
	kept_at DATETIME, 
	CONSTRAINT uq_conclusion_uid UNIQUE (uid), 
	CONSTRAINT fk_conclusion_reflection_id_reflection FOREIGN KEY(reflection_id) REFERENCES reflection (id) ON DELETE CASCADE, 
	CONSTRAINT uq_conclusion_reflection_id_key UNIQUE (reflection_id, "key")
);
INSERT INTO "conclusion" VALUES(1,'cccccccccccccccccccccccccccccccc',1,'Q12','delivery','Pause before the answer','2026-04-03 15:00:00.000000',0,'Q12','I rushed','',0,'2026-03-28 09:00:00.000000',NULL,NULL,NULL);
CREATE TABLE consequence (
	reflection_id INTEGER NOT NULL, 
	"key" VARCHAR(120) NOT NULL, 
	kind VARCHAR(24) NOT NULL, 
	row_id INTEGER NOT NULL, 
	CONSTRAINT pk_consequence PRIMARY KEY (reflection_id, "key"), 
	CONSTRAINT fk_consequence_reflection_id_reflection FOREIGN KEY(reflection_id) REFERENCES reflection (id) ON DELETE CASCADE
);
INSERT INTO "consequence" VALUES(1,'r/Q1/a','person',1);
CREATE TABLE cv_employer (
	name VARCHAR NOT NULL, 
	CONSTRAINT pk_cv_employer PRIMARY KEY (name)
);
INSERT INTO "cv_employer" VALUES('Initech');
CREATE TABLE dictionary_word (
	word VARCHAR NOT NULL, 
	CONSTRAINT pk_dictionary_word PRIMARY KEY (word)
);
INSERT INTO "dictionary_word" VALUES('Halvorsen');
CREATE TABLE event (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR(64) NOT NULL, 
	application_id INTEGER NOT NULL, 
	kind VARCHAR(24) NOT NULL, 
	at DATETIME NOT NULL, 
	zone VARCHAR NOT NULL, 
	moment_at DATETIME, 
	moment_on DATE, 
	text VARCHAR NOT NULL, 
	"by" VARCHAR(24), 
	item VARCHAR(24), 
	reply VARCHAR(24), 
	message VARCHAR(4), 
	channel VARCHAR(24), 
	path VARCHAR(24), 
	answered BOOLEAN NOT NULL, 
	CONSTRAINT uq_event_uid UNIQUE (uid), 
	CONSTRAINT fk_event_application_id_application FOREIGN KEY(application_id) REFERENCES application (id) ON DELETE CASCADE
);
INSERT INTO "event" VALUES(1,'d8b6beebfde74433bf635fd4c6c822b8',1,'promise','2026-03-27 15:00:00.000000','Europe/Berlin',NULL,'2026-04-02','reference list','me','references',NULL,NULL,NULL,NULL,0);
INSERT INTO "event" VALUES(2,'f80faffabd084fa39bd560a72f25137b',1,'promise','2026-03-27 15:00:00.000000','Europe/Berlin',NULL,'2026-04-10','decision','them','decision',NULL,NULL,NULL,NULL,0);
INSERT INTO "event" VALUES(3,'72088726efe74c9b8b4fdfb991b24eca',1,'sent','2026-03-27 15:00:00.000000','Europe/Berlin',NULL,NULL,'',NULL,NULL,NULL,'M1','email',NULL,0);
INSERT INTO "event" VALUES(4,'b12abaad9f8145039443bcf4a9b21592',3,'rejection','2026-03-27 15:00:00.000000','Europe/Berlin',NULL,NULL,'',NULL,NULL,NULL,NULL,NULL,NULL,0);
INSERT INTO "event" VALUES(5,'bb657c12a2fb45b4aecd98e2eeaccbff',1,'sent','2026-03-27 15:00:00.000000','Europe/Berlin',NULL,NULL,'',NULL,NULL,NULL,'M12','email',NULL,0);
CREATE TABLE event_person (
	event_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	CONSTRAINT pk_event_person PRIMARY KEY (event_id, person_id), 
	CONSTRAINT fk_event_person_event_id_event FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE CASCADE, 
	CONSTRAINT fk_event_person_person_id_person FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
);
INSERT INTO "event_person" VALUES(3,2);
INSERT INTO "event_person" VALUES(5,1);
CREATE TABLE evidence (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR(64) NOT NULL, 
	application_id INTEGER NOT NULL, 
	demand VARCHAR NOT NULL, 
	proof VARCHAR NOT NULL, 
	story_id INTEGER, 
	CONSTRAINT uq_evidence_uid UNIQUE (uid), 
	CONSTRAINT fk_evidence_application_id_application FOREIGN KEY(application_id) REFERENCES application (id) ON DELETE CASCADE, 
	CONSTRAINT fk_evidence_story_id_story FOREIGN KEY(story_id) REFERENCES story (id) ON DELETE SET NULL
);
INSERT INTO "evidence" VALUES(1,'44444444444444444444444444444444',1,'Planning under pressure','The late crane',1);
CREATE TABLE feed (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	application_id INTEGER NOT NULL, 
	url VARCHAR NOT NULL, 
	title VARCHAR NOT NULL, 
	etag VARCHAR NOT NULL, 
	modified VARCHAR NOT NULL, 
	next_at DATETIME, 
	asked_at DATETIME, 
	answered_at DATETIME, 
	trouble VARCHAR NOT NULL, 
	CONSTRAINT fk_feed_application_id_application FOREIGN KEY(application_id) REFERENCES application (id) ON DELETE CASCADE, 
	CONSTRAINT uq_feed_application_id_url UNIQUE (application_id, url)
);
INSERT INTO "feed" VALUES(1,1,'https://halvorsen.example/feed','Halvorsen news','"a1"','',NULL,'2026-03-28 09:00:00.000000','2026-03-28 09:00:00.000000','');
CREATE TABLE feed_entry (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	feed_id INTEGER NOT NULL, 
	guid VARCHAR NOT NULL, 
	title VARCHAR NOT NULL, 
	link VARCHAR NOT NULL, 
	published DATETIME, 
	summary VARCHAR NOT NULL, 
	found_at DATETIME NOT NULL, 
	mood VARCHAR(8) NOT NULL, 
	news_id INTEGER, 
	CONSTRAINT fk_feed_entry_feed_id_feed FOREIGN KEY(feed_id) REFERENCES feed (id) ON DELETE CASCADE, 
	CONSTRAINT fk_feed_entry_news_id_news FOREIGN KEY(news_id) REFERENCES news (id) ON DELETE SET NULL, 
	CONSTRAINT uq_feed_entry_feed_id_guid UNIQUE (feed_id, guid)
);
INSERT INTO "feed_entry" VALUES(1,1,'n1','A new quay','https://halvorsen.example/n1','2026-03-28 09:00:00.000000','','2026-03-28 09:00:00.000000','good',NULL);
CREATE TABLE friends_view (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR(64) NOT NULL, 
	reflection_id INTEGER NOT NULL, 
	friend VARCHAR NOT NULL, 
	strength VARCHAR NOT NULL, 
	situation VARCHAR NOT NULL, 
	behaviour VARCHAR NOT NULL, 
	impact VARCHAR NOT NULL, 
	suggestion VARCHAR NOT NULL, 
	question VARCHAR NOT NULL, 
	rest VARCHAR NOT NULL, 
	received_at DATETIME NOT NULL, 
	CONSTRAINT uq_friends_view_uid UNIQUE (uid), 
	CONSTRAINT fk_friends_view_reflection_id_reflection FOREIGN KEY(reflection_id) REFERENCES reflection (id) ON DELETE CASCADE
);
INSERT INTO "friends_view" VALUES(1,'ffffffffffffffffffffffffffffffff',1,'Noor','You listen.','','','','Pause more.','','','2026-03-28 09:00:00.000000');
CREATE TABLE hunt_week (
	week DATE NOT NULL, 
	applications INTEGER NOT NULL, 
	contacts INTEGER NOT NULL, 
	research_minutes INTEGER NOT NULL, 
	CONSTRAINT pk_hunt_week PRIMARY KEY (week)
);
INSERT INTO "hunt_week" VALUES('2026-03-23',2,1,90);
CREATE TABLE interview (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR(64) NOT NULL, 
	application_id INTEGER NOT NULL, 
	round INTEGER NOT NULL, 
	mode VARCHAR(24) NOT NULL, 
	start DATETIME NOT NULL, 
	"end" DATETIME NOT NULL, 
	zone VARCHAR NOT NULL, 
	place VARCHAR NOT NULL, 
	travel_minutes INTEGER NOT NULL, 
	invited_at DATETIME, 
	called_off DATETIME, 
	calendar_uid VARCHAR, 
	calendar_sequence INTEGER NOT NULL, 
	notes VARCHAR NOT NULL, 
	CONSTRAINT uq_interview_uid UNIQUE (uid), 
	CONSTRAINT fk_interview_application_id_application FOREIGN KEY(application_id) REFERENCES application (id) ON DELETE CASCADE
);
INSERT INTO "interview" VALUES(1,'9682aa147ced4009b8a99d4311c74a10',1,1,'onsite','2026-03-27 13:00:00.000000','2026-03-27 14:00:00.000000','Europe/Berlin','Bergen',35,'2026-03-20 09:00:00.000000',NULL,'a@b',0,'Bring "papers";
and a pen');
INSERT INTO "interview" VALUES(2,'8ccbf0247c4c4d909b4fbed9439dee6d',2,1,'video','2026-04-02 08:30:00.000000','2026-04-02 09:30:00.000000','Europe/Berlin','https://meet.example/x',0,'2026-03-20 09:00:00.000000',NULL,NULL,0,'');
INSERT INTO "interview" VALUES(3,'d3197e4a8f0440e788fbcf789aa5f3e3',3,1,'onsite','2026-02-02 09:30:00.000000','2026-02-02 10:30:00.000000','Europe/Berlin','',0,'2026-03-20 09:00:00.000000',NULL,NULL,0,'');
CREATE TABLE interview_person (
	interview_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	CONSTRAINT pk_interview_person PRIMARY KEY (interview_id, person_id), 
	CONSTRAINT fk_interview_person_interview_id_interview FOREIGN KEY(interview_id) REFERENCES interview (id) ON DELETE CASCADE, 
	CONSTRAINT fk_interview_person_person_id_person FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
);
INSERT INTO "interview_person" VALUES(1,1);
INSERT INTO "interview_person" VALUES(1,2);
INSERT INTO "interview_person" VALUES(3,3);
CREATE TABLE message (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR(64) NOT NULL, 
	application_id INTEGER NOT NULL, 
	step_key VARCHAR(120) NOT NULL, 
	panel VARCHAR(64) NOT NULL, 
	kind VARCHAR(4) NOT NULL, 
	channel VARCHAR(24) NOT NULL, 
	subject VARCHAR NOT NULL, 
	body VARCHAR NOT NULL, 
	tone VARCHAR(24) NOT NULL, 
	language VARCHAR(24), 
	ticks JSON NOT NULL, 
	attachments JSON NOT NULL, 
	ignored JSON NOT NULL, 
	clauses JSON NOT NULL, 
	begun DATETIME NOT NULL, 
	edited_at DATETIME NOT NULL, 
	send_at DATETIME, 
	state VARCHAR(24) NOT NULL, 
	handed_to VARCHAR(24), 
	handed_over_at DATETIME, 
	sent_at DATETIME, 
	CONSTRAINT uq_message_uid UNIQUE (uid), 
	CONSTRAINT fk_message_application_id_application FOREIGN KEY(application_id) REFERENCES application (id) ON DELETE CASCADE
);
INSERT INTO "message" VALUES(1,'d5c2b4570df14ac0aaa768c1f0d54efe',1,'T1/9682aa147ced4009b8a99d4311c74a10/ce5b36ed82ba49c28f08b6e6f4c9c5c0','9682aa147ced4009b8a99d4311c74a10','M2','email','Thank you – Captain''s clerk interview','Dear Dr. Halvorsen,

thank you for yesterday.','warm',NULL,'[]','[]','[{"check": 15, "words": "klystron"}]','[]','2026-03-27 15:00:00.000000','2026-03-27 15:02:00.000000',NULL,'writing',NULL,NULL,NULL);
INSERT INTO "message" VALUES(2,'d4becf8a13f44d92b1e91df22c79f033',1,'','','M12','email','A plant','Dear Dr. Halvorsen,

hello.','warm',NULL,'[]','[]','[]','[]','2026-03-27 15:00:00.000000','2026-03-27 15:00:00.000000',NULL,'sent','outbox','2026-03-27 15:00:00.000000','2026-03-27 15:00:00.000000');
INSERT INTO "message" VALUES(3,'e3f36758227f40f8bd7f3d9fc365fda0',2,'','','M12','email','','','warm',NULL,'[]','[]','[]','[]','2026-03-27 15:00:00.000000','2026-03-27 15:00:00.000000',NULL,'handed over','clipboard','2026-03-27 15:00:00.000000',NULL);
CREATE TABLE message_version (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	message_id INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	subject VARCHAR NOT NULL, 
	body VARCHAR NOT NULL, 
	CONSTRAINT fk_message_version_message_id_message FOREIGN KEY(message_id) REFERENCES message (id) ON DELETE CASCADE
);
INSERT INTO "message_version" VALUES(1,1,'2026-03-27 15:00:00.000000','Thank you – Captain''s clerk interview','Dear Dr. Halvorsen,');
CREATE TABLE news (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	application_id INTEGER NOT NULL, 
	title VARCHAR NOT NULL, 
	published DATE, 
	source VARCHAR NOT NULL, 
	negative BOOLEAN NOT NULL, 
	CONSTRAINT fk_news_application_id_application FOREIGN KEY(application_id) REFERENCES application (id) ON DELETE CASCADE
);
INSERT INTO "news" VALUES(1,1,'Halvorsen opens a yard in Bergen','2026-03-20','https://halvorsen.example/news/1',0);
CREATE TABLE outbox_item (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	message_id INTEGER NOT NULL, 
	mail_id VARCHAR(255) NOT NULL, 
	sender JSON NOT NULL, 
	recipients JSON NOT NULL, 
	subject VARCHAR NOT NULL, 
	body VARCHAR NOT NULL, 
	attachments JSON NOT NULL, 
	in_reply_to VARCHAR NOT NULL, 
	queued_at DATETIME NOT NULL, 
	state VARCHAR(24) NOT NULL, 
	not_before DATETIME NOT NULL, 
	attempts INTEGER NOT NULL, 
	committed BOOLEAN NOT NULL, 
	sentence VARCHAR NOT NULL, 
	settled_at DATETIME, 
	CONSTRAINT fk_outbox_item_message_id_message FOREIGN KEY(message_id) REFERENCES message (id) ON DELETE CASCADE, 
	CONSTRAINT uq_outbox_item_mail_id UNIQUE (mail_id)
);
INSERT INTO "outbox_item" VALUES(1,2,'<67bb044f21ad4cb7aa88686f16f0b440@mail.example>','[{"address": "ann@mail.example", "name": "Ann Berg"}]','[{"address": "anna@acme.example", "name": "Anna-Maria van der Berg"}]','A plant','Dear Dr. Halvorsen,

hello.','[]','','2026-03-27 15:00:00.000000','sent','2026-03-27 15:00:00.000000',1,1,'','2026-03-27 15:00:00.000000');
CREATE TABLE override (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	message_id INTEGER NOT NULL, 
	check_number INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT fk_override_message_id_message FOREIGN KEY(message_id) REFERENCES message (id) ON DELETE CASCADE
);
INSERT INTO "override" VALUES(1,2,19,'2026-03-27 15:00:00.000000');
CREATE TABLE own_question (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR(64) NOT NULL, 
	application_id INTEGER NOT NULL, 
	text VARCHAR NOT NULL, 
	asked_interview_id INTEGER, 
	answer VARCHAR NOT NULL, 
	CONSTRAINT uq_own_question_uid UNIQUE (uid), 
	CONSTRAINT fk_own_question_application_id_application FOREIGN KEY(application_id) REFERENCES application (id) ON DELETE CASCADE, 
	CONSTRAINT fk_own_question_asked_interview_id_interview FOREIGN KEY(asked_interview_id) REFERENCES interview (id) ON DELETE SET NULL
);
INSERT INTO "own_question" VALUES(1,'33333333333333333333333333333333',1,'How do you plan dry docks?',NULL,'');
CREATE TABLE person (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR(64) NOT NULL, 
	application_id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	part VARCHAR(24) NOT NULL, 
	title VARCHAR NOT NULL, 
	surname VARCHAR NOT NULL, 
	job VARCHAR NOT NULL, 
	email VARCHAR NOT NULL, 
	phone VARCHAR NOT NULL, 
	confirmed BOOLEAN NOT NULL, 
	prefers VARCHAR(24) NOT NULL, 
	consent VARCHAR(24) NOT NULL, 
	informed BOOLEAN NOT NULL, 
	gone BOOLEAN NOT NULL, 
	topic VARCHAR NOT NULL, 
	CONSTRAINT uq_person_uid UNIQUE (uid), 
	CONSTRAINT fk_person_application_id_application FOREIGN KEY(application_id) REFERENCES application (id) ON DELETE CASCADE
);
INSERT INTO "person" VALUES(1,'ce5b36ed82ba49c28f08b6e6f4c9c5c0',1,'Anna-Maria van der Berg','interviewer','Dr.','','','anna@acme.example','',0,'email','not asked',0,0,'');
INSERT INTO "person" VALUES(2,'8e6af175256146f6af2a1f31a556c9ca',1,'Paul Moreau','interviewer','','','','paul@acme.example','',0,'email','not asked',0,0,'');
INSERT INTO "person" VALUES(3,'ad65b1305e1e4698b801d9cbae66ab2b',3,'شيرين 🌟','interviewer','','','','','',0,'email','not asked',0,0,'');
CREATE TABLE preparation_tick (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	interview_id INTEGER NOT NULL, 
	"key" VARCHAR(120) NOT NULL, 
	text VARCHAR NOT NULL, 
	section VARCHAR(24) NOT NULL, 
	done_at DATETIME, 
	CONSTRAINT fk_preparation_tick_interview_id_interview FOREIGN KEY(interview_id) REFERENCES interview (id) ON DELETE CASCADE, 
	CONSTRAINT uq_preparation_tick_interview_id_key UNIQUE (interview_id, "key")
);
INSERT INTO "preparation_tick" VALUES(1,1,'logistics/agenda','','logistics','2026-03-28 09:00:00.000000');
CREATE TABLE received (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR(64) NOT NULL, 
	application_id INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	sender VARCHAR NOT NULL, 
	address VARCHAR NOT NULL, 
	subject VARCHAR NOT NULL, 
	body VARCHAR NOT NULL, 
	mail_id VARCHAR NOT NULL, 
	added_at DATETIME NOT NULL, 
	CONSTRAINT uq_received_uid UNIQUE (uid), 
	CONSTRAINT fk_received_application_id_application FOREIGN KEY(application_id) REFERENCES application (id) ON DELETE CASCADE
);
INSERT INTO "received" VALUES(1,'d833d4c2591c4e199a99a3cbbb332de4',1,'2026-03-27 15:00:00.000000','Ingrid Halvorsen','ingrid@halvorsen.example','Your visit','Thank you for coming.','<1@halvorsen.example>','2026-03-27 15:00:00.000000');
CREATE TABLE recipient (
	message_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_recipient PRIMARY KEY (message_id, person_id), 
	CONSTRAINT fk_recipient_message_id_message FOREIGN KEY(message_id) REFERENCES message (id) ON DELETE CASCADE, 
	CONSTRAINT fk_recipient_person_id_person FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
);
INSERT INTO "recipient" VALUES(1,1,0);
INSERT INTO "recipient" VALUES(2,1,0);
CREATE TABLE reflection (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR(64) NOT NULL, 
	application_id INTEGER NOT NULL, 
	interview_id INTEGER NOT NULL, 
	sitting INTEGER NOT NULL, 
	form_text VARCHAR NOT NULL, 
	path VARCHAR(24) NOT NULL, 
	gentle BOOLEAN NOT NULL, 
	at_question VARCHAR(24), 
	begun_at DATETIME NOT NULL, 
	finished_at DATETIME, 
	CONSTRAINT uq_reflection_uid UNIQUE (uid), 
	CONSTRAINT fk_reflection_application_id_application FOREIGN KEY(application_id) REFERENCES application (id) ON DELETE CASCADE, 
	CONSTRAINT fk_reflection_interview_id_interview FOREIGN KEY(interview_id) REFERENCES interview (id) ON DELETE CASCADE, 
	CONSTRAINT uq_reflection_interview_id_sitting UNIQUE (interview_id, sitting)
);
INSERT INTO "reflection" VALUES(1,'rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr',1,1,1,'{"version": 1, "sections": {"facts": {"title": "What happened"}, "plan": {"title": "Plan and reality"}, "feelings": {"title": "How it felt"}, "evaluation": {"title": "What went well, and what less so"}, "analysis": {"title": "Why"}, "friend": {"title": "A friend''s view"}, "kindness": {"title": "A kind word"}, "conclusions": {"title": "What you take along"}}, "questions": {"Q1": {"section": "facts", "kind": "contacts", "title": "Whom I met", "words": "Whom did you meet, and what did each of them speak about?", "ease": "First names are fine for now. You can look up the spelling later.", "why": "A thank-you that names what each person said is easier to write now than tomorrow. That is common advice, not proven.", "evidence": "common advice", "short": true, "seconds": 35}, "Q2": {"section": "facts", "kind": "tagged list", "title": "Questions they asked", "words": "Which questions did they ask?", "ease": "As you remember them, in any order. A word or two for each is enough.", "why": "Questions come back. Those you keep here are yours to rehearse; how much that helps has hardly been measured.", "evidence": "common advice", "seconds": 60}, "Q3": {"section": "facts", "kind": "promises", "title": "Promises", "words": "What did you promise, and what did they promise you?", "ease": "A sample, a list, a date for the decision. Nothing at all is a good answer, too.", "why": "What stands here is remembered for you, so you need not. Keeping promises is courtesy; nobody has measured it.", "evidence": "common advice", "short": true, "gentle": true, "seconds": 35}, "Q4": {"section": "facts", "kind": "list", "title": "What I learned", "words": "What did you learn about the role and the team?", "ease": "Plain facts: who left, what is new, what worries them.", "why": "These facts wait for you when you prepare the next round. That is our own design.", "evidence": "our own design", "seconds": 35}, "Q5": {"section": "plan", "kind": "list", "title": "What I wanted to say", "words": "Which three messages did you want to land?", "ease": "If you had none in mind, leave it empty and go on.", "why": "Debriefs that compare plan and reality help people do better: that is well studied.", "evidence": "well studied", "source": "Tannenbaum and Cerasoli 2013, a review of debriefs", "seconds": 40}, "Q6": {"section": "plan", "kind": "option for each", "of": "Q5", "title": "Did they land?", "words": "Did each of them land?", "ease": "A guess is good enough.", "why": "What did not land yet becomes the opening of the next round. That is our own design.", "evidence": "our own design", "seconds": 10, "options": {"yes": "Yes", "partly": "Partly", "no": "Not yet"}}, "Q7": {"section": "plan", "kind": "text", "title": "What was different", "words": "What was different from what you expected?", "ease": "People, place, pace, questions: whatever surprised you.", "why": "What differed from the plan is the heart of a debrief, and debriefs are well studied.", "evidence": "well studied", "source": "Tannenbaum and Cerasoli 2013, a review of debriefs", "seconds": 45}, "Q8": {"section": "feelings", "kind": "sliders", "title": "Before, during, after", "words": "How did you feel before, during and after?", "ease": "Nerves are no verdict. They show less than they feel.", "why": "Feelings colour what we remember. Naming them keeps them apart from the facts; that is our own design.", "evidence": "our own design", "seconds": 15, "low": "very tense", "high": "quite at ease"}, "Q9": {"section": "feelings", "kind": "number", "title": "All in all", "words": "All in all, how did it go?", "ease": "It is your estimate, not theirs.", "why": "Over time you see how your estimate fits what came of it. We tend to fear a harsher verdict than others give: some studies say so.", "evidence": "some studies", "source": "Savitsky, Epley and Gilovich 2001", "short": true, "seconds": 10, "low": "poorly", "high": "very well"}, "Q10": {"section": "evaluation", "kind": "list", "title": "What went well", "words": "What went well, and what did you do for it?", "ease": "One thing is enough. Small things count.", "ease_full": "Three things this time. Small things count.", "why": "Looking at what went right helps people learn, too: that is well studied.", "evidence": "well studied", "source": "Ellis 2014, on learning from successes", "short": true, "gentle": true, "least": {"short": 1, "full": 3, "gentle": 1}, "kindly": "Something went well, even if it was small: you came, you listened, you asked. Write it down before you go; it is what you will build on.", "seconds": 35}, "Q11": {"section": "evaluation", "kind": "pick", "of": "Q2", "title": "My strongest answer", "words": "Which of your answers was the strongest, and what of you did it show?", "ease": "A few words are enough: “ten years with kilns”, “calm with upset guests”.", "why": "The same strength with a new example is a good start for the next round. That is common advice.", "evidence": "common advice", "gentle": true, "seconds": 20}, "Q12": {"section": "evaluation", "kind": "text", "title": "One thing to do differently", "words": "What is one thing you would do differently?", "ease": "One is plenty. Write what you would do, rather than what you did.", "why": "Looking back in order to change something is well studied. That one change at a time is easier to keep is our own choice.", "evidence": "well studied", "source": "Tannenbaum and Cerasoli 2013, a review of debriefs", "short": true, "seconds": 20}, "Q13": {"section": "evaluation", "kind": "pick", "of": "Q2", "title": "The hardest question", "words": "Which question was the hardest, and what made it hard?", "ease": "Hard for you does not mean badly answered.", "why": "A question that was hard once may come again. Rehearsing it is common advice.", "evidence": "common advice", "seconds": 40}, "Q14": {"section": "evaluation", "kind": "ratings", "title": "Eight small ratings", "words": "How was each of these, by your own measure?", "ease": "Leave out what you cannot say.", "why": "From three interviews on you see what gets better. The scale is our own design.", "evidence": "our own design", "seconds": 45, "low": "room to grow", "high": "as I want it", "options": {"punctuality": "Being on time", "opening": "The first minutes", "listening": "Listening", "clarity": "Clear answers", "examples": "Good examples", "presence": "Presence", "my questions": "My own questions", "closing": "The last minutes"}}, "Q15": {"section": "evaluation", "kind": "parts of each", "of": "Q2", "title": "Whole stories", "words": "Did each answer tell the situation, the task, what you did and what came of it?", "ease": "If one of the four is missing, that is what to add next time.", "why": "Stories with all four parts are easier to follow. That is common advice.", "evidence": "common advice", "seconds": 40}, "Q16": {"section": "analysis", "kind": "text", "title": "Why the best part worked", "words": "Why did the best part work?", "ease": "What did you do, know or prepare that made it possible?", "why": "Learning from what went well, and why it did, is well studied.", "evidence": "well studied", "source": "Ellis 2014, on learning from successes", "seconds": 45}, "Q17": {"section": "analysis", "kind": "choice", "title": "Where the weak spot came from", "words": "What was behind the weakest moment?", "ease": "Some things were never in your hands. That is an answer, too.", "why": "Each cause has another remedy, and some need none. The list is our own design.", "evidence": "our own design", "seconds": 15, "options": {"knowledge": "I did not know enough", "preparation": "I had not prepared it", "structure": "I lost the thread", "nerves": "Nerves", "unclear question": "The question was unclear", "outside my control": "It was outside my control"}}, "Q18": {"section": "analysis", "kind": "choice", "title": "Did they notice?", "words": "Would they have noticed?", "ease": "We feel our own slips far more than others see them.", "why": "Others judge our slips less harshly than we fear. That was shown in the laboratory, not in hiring.", "evidence": "some studies", "source": "Savitsky, Epley and Gilovich 2001", "seconds": 10, "options": {"yes": "Yes", "unlikely": "Unlikely", "unsure": "I am not sure"}}, "Q19": {"section": "analysis", "kind": "wrong name", "title": "Names", "words": "Did you use a wrong name for somebody?", "ease": "It happens to everyone. A short note puts it right.", "why": "A wrong name is one of the few slips worth an apology, and soon. The two-hour rule is our own design.", "evidence": "our own design", "seconds": 10}, "Q20": {"section": "analysis", "kind": "text", "title": "Doubts they showed", "words": "Which doubts did they show?", "ease": "A frown, a question asked twice. If you saw none, go on.", "why": "A doubt you know of is one you can answer with evidence next time. That is common advice.", "evidence": "common advice", "seconds": 30}, "Q21": {"section": "analysis", "kind": "score", "title": "Do I still want it?", "words": "Do you still want it, and why?", "ease": "You choose, too.", "why": "A search with care gets further than a search with hurry: some studies say so.", "evidence": "some studies", "source": "Van Hooft and others, on the quality of a job search", "seconds": 35, "low": "not any more", "high": "more than before"}, "Q22": {"section": "friend", "kind": "friends", "title": "A strength a friend heard", "words": "Which strength did a friend hear in your account?", "ease": "Nobody asked yet? Leave it, and ask when you like.", "why": "Support from others keeps a job search going: some studies say so.", "evidence": "some studies", "source": "Liu, Huang and Wang 2014, a review of job-search help", "gentle": true, "seconds": 60}, "Q23": {"section": "friend", "kind": "friends", "title": "A friend''s suggestion", "words": "What did your friend suggest?", "ease": "A suggestion is an offer. You need not take it.", "why": "Debriefs help teams and single people alike: that is well studied. A friend beside you is our own choice.", "evidence": "well studied", "source": "Tannenbaum and Cerasoli 2013, a review of debriefs", "seconds": 40}, "Q24": {"section": "friend", "kind": "friends", "title": "A friend''s question", "words": "What did your friend ask you?", "ease": "A good question may stay open for a while.", "why": "A question from outside shows what one takes for granted. That is common advice.", "evidence": "common advice", "seconds": 30}, "Q25": {"section": "friend", "kind": "text", "title": "What changed in my view", "words": "What do you see differently now?", "ease": "Nothing is an answer, too.", "why": "What you put into your own words stays with you. That is common advice.", "evidence": "common advice", "seconds": 45}, "Q26": {"section": "kindness", "kind": "text", "title": "A sentence to myself", "words": "What would you say to a friend who had this interview?", "ease": "Say it to yourself. One sentence.", "why": "Writing to oneself as to a friend helped job seekers in one good study; it costs half a minute.", "evidence": "some studies", "source": "Kreemers 2020, on self-compassionate writing", "short": true, "gentle": true, "least": {"short": 1, "full": 1, "gentle": 1}, "least_characters": 30, "kindly": "You would not let a friend go home without a kind word. Give yourself one whole sentence; it will wait for you on Today.", "seconds": 25}, "Q27": {"section": "conclusions", "kind": "text", "title": "What to keep", "words": "What will you keep as it was?", "ease": "Something you would be sorry to lose.", "why": "Learning from successes is well studied. Writing down what to keep is our own addition.", "evidence": "well studied", "source": "Ellis 2014, on learning from successes", "gentle": true, "seconds": 25}, "Q28": {"section": "conclusions", "kind": "if then", "title": "If this, then I will…", "words": "If this happens again, then you will do what?", "ease": "A small, plain deed. “If I go blank, then I will ask for a moment.”", "why": "A plan with an if and a then is kept more often than a wish: that is well studied.", "evidence": "well studied", "source": "Gollwitzer and Sheeran 2006, a review of if-then plans", "short": true, "gentle": true, "seconds": 20}, "Q29": {"section": "conclusions", "kind": "date", "title": "By when", "words": "By when do you want to have done all this?", "ease": "Leave it empty, and a good day is found for you.", "why": "Goals help a job search along: some studies say so. The day is our own addition.", "evidence": "some studies", "source": "Liu, Huang and Wang 2014, a review of job-search help", "seconds": 5}, "Q30": {"section": "conclusions", "kind": "list", "title": "What to look up", "words": "What would you like to know before the next time?", "ease": "One line each. It becomes a small task, no more.", "why": "What you look up now cannot surprise you next time. That is our own design.", "evidence": "our own design", "seconds": 20}}}','short',0,'Q12','2026-03-28 09:00:00.000000',NULL);
CREATE TABLE reflection_answer (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	reflection_id INTEGER NOT NULL, 
	question VARCHAR(24) NOT NULL, 
	at DATETIME NOT NULL, 
	json VARCHAR NOT NULL, 
	CONSTRAINT fk_reflection_answer_reflection_id_reflection FOREIGN KEY(reflection_id) REFERENCES reflection (id) ON DELETE CASCADE
);
INSERT INTO "reflection_answer" VALUES(1,1,'Q9','2026-03-28 09:00:00.000000','{"kind": "number", "value": 6}');
INSERT INTO "reflection_answer" VALUES(2,1,'Q9','2026-03-28 09:01:00.000000','{"kind": "number", "value": 7}');
INSERT INTO "reflection_answer" VALUES(3,1,'Q26','2026-03-28 09:00:00.000000','{"kind": "text", "text": "You were calm, and you asked good questions."}');
CREATE TABLE said (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR(64) NOT NULL, 
	application_id INTEGER NOT NULL, 
	subject VARCHAR(24) NOT NULL, 
	text VARCHAR NOT NULL, 
	interview_id INTEGER, 
	person_id INTEGER, 
	at DATETIME NOT NULL, 
	CONSTRAINT uq_said_uid UNIQUE (uid), 
	CONSTRAINT fk_said_application_id_application FOREIGN KEY(application_id) REFERENCES application (id) ON DELETE CASCADE, 
	CONSTRAINT fk_said_interview_id_interview FOREIGN KEY(interview_id) REFERENCES interview (id) ON DELETE SET NULL, 
	CONSTRAINT fk_said_person_id_person FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE SET NULL
);
INSERT INTO "said" VALUES(1,'55555555555555555555555555555555',1,'salary','62,000 to 66,000',1,NULL,'2026-03-28 09:00:00.000000');
CREATE TABLE setting (
	name VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	CONSTRAINT pk_setting PRIMARY KEY (name)
);
INSERT INTO "setting" VALUES('home_zone','Europe/Berlin');
INSERT INTO "setting" VALUES('theme','dark');
INSERT INTO "setting" VALUES('planned_with','3c3b958e575e7bc04a0b2e95eb6b24c349da3524e86655ca96b9404ce85fa9ed');
INSERT INTO "setting" VALUES('mail_address','ann@mail.example');
INSERT INTO "setting" VALUES('mail_name','Ann Berg');
INSERT INTO "setting" VALUES('mail_user','ann');
INSERT INTO "setting" VALUES('mail_outgoing_host','smtp.mail.example');
INSERT INTO "setting" VALUES('mail_outgoing_port','465');
INSERT INTO "setting" VALUES('mail_outgoing_security','tls');
CREATE TABLE step (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	"key" VARCHAR(120) NOT NULL, 
	rule VARCHAR(4) NOT NULL, 
	person_id INTEGER, 
	interview_id INTEGER, 
	title VARCHAR NOT NULL, 
	why VARCHAR NOT NULL, 
	action VARCHAR(16) NOT NULL, 
	message VARCHAR(4), 
	clock VARCHAR(24) NOT NULL, 
	opens DATETIME NOT NULL, 
	best DATETIME NOT NULL, 
	due DATETIME NOT NULL, 
	expires DATETIME, 
	state VARCHAR(24) NOT NULL, 
	reason VARCHAR NOT NULL, 
	moved BOOLEAN NOT NULL, 
	snoozed_until DATETIME, 
	closed_at DATETIME, 
	by_hand BOOLEAN NOT NULL, 
	marked_at DATETIME, 
	remind_at DATETIME, 
	reminded_at DATETIME, 
	application_id INTEGER, 
	CONSTRAINT fk_step_application_id_application FOREIGN KEY(application_id) REFERENCES application (id) ON DELETE CASCADE, 
	CONSTRAINT uq_step_application_id_key UNIQUE (application_id, "key"), 
	CONSTRAINT fk_step_person_id_person FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE SET NULL, 
	CONSTRAINT fk_step_interview_id_interview FOREIGN KEY(interview_id) REFERENCES interview (id) ON DELETE SET NULL
);
INSERT INTO "step" VALUES(1,'N4/2026-03-23','N4',NULL,NULL,'Set this week''s targets','The hunt goes on until one offer is signed.','open',NULL,'self','2026-03-22 23:00:00.000000','2026-03-23 08:00:00.000000','2026-03-23 22:59:59.000000','2026-03-29 21:59:59.000000','open','',0,NULL,NULL,0,NULL,NULL,'2026-03-27 15:00:00.000000',NULL);
INSERT INTO "step" VALUES(2,'P1/9682aa147ced4009b8a99d4311c74a10','P1',NULL,1,'Confirm place and names','Most mix-ups start here: the place or link, the names, the titles.','open',NULL,'self','2026-03-20 13:00:00.000000','2026-03-25 08:00:00.000000','2026-03-25 13:00:00.000000','2026-03-27 13:00:00.000000','missed','',0,NULL,'2026-03-27 13:00:00.000000',0,NULL,NULL,NULL,1);
INSERT INTO "step" VALUES(3,'P2/9682aa147ced4009b8a99d4311c74a10','P2',NULL,1,'Pack, and plan the way','Papers, the route, and one question ready: when will you decide?','open',NULL,'self','2026-03-25 13:00:00.000000','2026-03-26 15:00:00.000000','2026-03-26 17:00:00.000000','2026-03-27 13:00:00.000000','missed','',0,NULL,'2026-03-27 13:00:00.000000',0,NULL,NULL,NULL,1);
INSERT INTO "step" VALUES(4,'P3/9682aa147ced4009b8a99d4311c74a10','P3',NULL,1,'Leave by 13:00','With time to spare on the way and ten calm minutes at the door.','arrived',NULL,'hard','2026-03-27 10:00:00.000000','2026-03-27 12:00:00.000000','2026-03-27 12:00:00.000000','2026-03-27 13:00:00.000000','missed','',0,NULL,'2026-03-27 13:00:00.000000',0,NULL,NULL,NULL,1);
INSERT INTO "step" VALUES(5,'C1/9682aa147ced4009b8a99d4311c74a10','C1',NULL,1,'Note names, topics and promises','While it is fresh: whom you met, what was promised, when they decide.','open',NULL,'self','2026-03-27 14:00:00.000000','2026-03-27 14:00:00.000000','2026-03-27 15:00:00.000000','2026-04-03 13:00:00.000000','open','',0,NULL,NULL,0,NULL,NULL,'2026-03-27 15:00:00.000000',1);
INSERT INTO "step" VALUES(6,'C2/9682aa147ced4009b8a99d4311c74a10','C2',NULL,1,'Three quiet minutes','Note what went well while it is fresh.','reflect',NULL,'self','2026-03-27 14:00:00.000000','2026-03-27 15:00:00.000000','2026-03-27 22:59:59.000000','2026-03-30 13:00:00.000000','open','',0,NULL,NULL,0,NULL,NULL,'2026-03-27 15:00:00.000000',1);
INSERT INTO "step" VALUES(7,'N1/9682aa147ced4009b8a99d4311c74a10','N1',NULL,1,'Follow Halvorsen Maritime and read their news','Their company page, not private profiles.','link',NULL,'self','2026-03-27 14:00:00.000000','2026-03-28 08:00:00.000000','2026-03-28 14:00:00.000000','2026-04-10 13:00:00.000000','skipped','They have no page',0,NULL,'2026-03-27 15:00:00.000000',1,'2026-03-27 15:00:00.000000',NULL,NULL,1);
INSERT INTO "step" VALUES(8,'T1/9682aa147ced4009b8a99d4311c74a10/8e6af175256146f6af2a1f31a556c9ca','T1',2,1,'Thank Paul Moreau','A note within a day is courteous, and they remember it.','write','M1','hard','2026-03-27 16:00:00.000000','2026-03-27 16:00:00.000000','2026-03-28 14:00:00.000000','2026-04-03 13:00:00.000000','done','',0,NULL,'2026-03-27 15:00:00.000000',1,'2026-03-27 15:00:00.000000',NULL,NULL,1);
INSERT INTO "step" VALUES(9,'T1/9682aa147ced4009b8a99d4311c74a10/ce5b36ed82ba49c28f08b6e6f4c9c5c0','T1',1,1,'Thank Dr. van der Berg','A note within a day is courteous, and they remember it.','write','M1','hard','2026-03-27 16:00:00.000000','2026-03-27 16:00:00.000000','2026-03-28 14:00:00.000000','2026-04-03 13:00:00.000000','open','',0,NULL,NULL,0,NULL,'2026-03-27 16:00:00.000000',NULL,1);
INSERT INTO "step" VALUES(10,'N2/9682aa147ced4009b8a99d4311c74a10','N2',NULL,1,'Think back on the interview','Fifteen calm minutes for the next one. Ask a friend, too.','reflect',NULL,'self','2026-03-28 14:00:00.000000','2026-03-29 08:00:00.000000','2026-03-30 13:00:00.000000','2026-04-10 13:00:00.000000','open','',0,'2026-03-29 08:00:00.000000',NULL,0,'2026-03-27 15:00:00.000000','2026-03-29 08:00:00.000000',NULL,1);
INSERT INTO "step" VALUES(11,'F1/9682aa147ced4009b8a99d4311c74a10','F1',NULL,1,'A good day to follow up','A while with no news: a short, calm question is welcome. Moved on: Maundy Thursday is a holiday there.','write','M4','roll','2026-04-07 07:00:00.000000','2026-04-07 07:00:00.000000','2026-04-07 13:00:00.000000','2026-04-21 13:00:00.000000','cancelled','they named 10 April',0,NULL,'2026-03-27 15:00:00.000000',0,NULL,NULL,NULL,1);
INSERT INTO "step" VALUES(12,'F2/9682aa147ced4009b8a99d4311c74a10','F2',NULL,1,'Follow up once more, the last time','One last calm question; after it, the next move is theirs.','write','M5','roll','2026-04-14 07:00:00.000000','2026-04-14 07:00:00.000000','2026-04-14 13:00:00.000000','2026-04-28 13:00:00.000000','cancelled','they named 10 April',0,NULL,'2026-03-27 15:00:00.000000',0,NULL,NULL,NULL,1);
INSERT INTO "step" VALUES(13,'Q1/9682aa147ced4009b8a99d4311c74a10','Q1',NULL,1,'Let it rest','No news for a long while. A late reply opens it again.','open',NULL,'none','2026-05-08 13:00:00.000000','2026-05-08 13:00:00.000000','2026-05-08 13:00:00.000000',NULL,'open','',0,NULL,NULL,0,NULL,'2026-05-08 13:00:00.000000',NULL,1);
INSERT INTO "step" VALUES(14,'P1/8ccbf0247c4c4d909b4fbed9439dee6d','P1',NULL,2,'Confirm place and names','Most mix-ups start here: the place or link, the names, the titles.','open',NULL,'self','2026-03-26 09:30:00.000000','2026-03-31 07:00:00.000000','2026-03-31 08:30:00.000000','2026-04-02 08:30:00.000000','open','',0,NULL,NULL,0,NULL,'2026-03-31 07:00:00.000000',NULL,2);
INSERT INTO "step" VALUES(15,'P2/8ccbf0247c4c4d909b4fbed9439dee6d','P2',NULL,2,'Test the video call','Camera, sound, link, and one question ready: when will you decide?','open',NULL,'self','2026-03-31 08:30:00.000000','2026-04-01 14:00:00.000000','2026-04-01 16:00:00.000000','2026-04-02 08:30:00.000000','open','',0,NULL,NULL,0,NULL,'2026-04-01 14:00:00.000000',NULL,2);
INSERT INTO "step" VALUES(16,'P3/8ccbf0247c4c4d909b4fbed9439dee6d','P3',NULL,2,'Open the call, test sound and picture','Be in the waiting room five minutes early.','arrived',NULL,'hard','2026-04-02 06:05:00.000000','2026-04-02 08:15:00.000000','2026-04-02 08:15:00.000000','2026-04-02 08:30:00.000000','open','',0,NULL,NULL,0,NULL,'2026-04-02 08:15:00.000000',NULL,2);
INSERT INTO "step" VALUES(17,'C1/8ccbf0247c4c4d909b4fbed9439dee6d','C1',NULL,2,'Note names, topics and promises','While it is fresh: whom you met, what was promised, when they decide.','open',NULL,'self','2026-04-02 09:30:00.000000','2026-04-02 09:30:00.000000','2026-04-02 10:30:00.000000','2026-04-09 09:30:00.000000','open','',0,NULL,NULL,0,NULL,'2026-04-02 09:30:00.000000',NULL,2);
INSERT INTO "step" VALUES(18,'C2/8ccbf0247c4c4d909b4fbed9439dee6d','C2',NULL,2,'Three quiet minutes','Note what went well while it is fresh.','reflect',NULL,'self','2026-04-02 09:30:00.000000','2026-04-02 10:30:00.000000','2026-04-02 21:59:59.000000','2026-04-05 09:30:00.000000','open','',0,NULL,NULL,0,NULL,'2026-04-02 10:30:00.000000',NULL,2);
INSERT INTO "step" VALUES(19,'N1/8ccbf0247c4c4d909b4fbed9439dee6d','N1',NULL,2,'Follow Lumen & Ash and read their news','Their company page, not private profiles.','link',NULL,'self','2026-04-02 09:30:00.000000','2026-04-03 07:00:00.000000','2026-04-03 09:30:00.000000','2026-04-16 09:30:00.000000','open','',0,NULL,NULL,0,NULL,'2026-04-03 07:00:00.000000',NULL,2);
INSERT INTO "step" VALUES(20,'T1/8ccbf0247c4c4d909b4fbed9439dee6d','T1',NULL,2,'Thank your interviewers','A note within a day is courteous, and they remember it.','write','M1','hard','2026-04-02 11:30:00.000000','2026-04-02 11:30:00.000000','2026-04-03 09:30:00.000000','2026-04-09 09:30:00.000000','open','',0,NULL,NULL,0,NULL,'2026-04-02 11:30:00.000000',NULL,2);
INSERT INTO "step" VALUES(21,'N2/8ccbf0247c4c4d909b4fbed9439dee6d','N2',NULL,2,'Think back on the interview','Fifteen calm minutes for the next one. Ask a friend, too.','reflect',NULL,'self','2026-04-03 09:30:00.000000','2026-04-03 09:30:00.000000','2026-04-05 09:30:00.000000','2026-04-16 09:30:00.000000','open','',0,NULL,NULL,0,NULL,'2026-04-03 09:30:00.000000',NULL,2);
INSERT INTO "step" VALUES(22,'F1/8ccbf0247c4c4d909b4fbed9439dee6d','F1',NULL,2,'A good day to follow up','A while with no news: a short, calm question is welcome.','write','M4','roll','2026-04-09 07:00:00.000000','2026-04-09 07:00:00.000000','2026-04-09 09:30:00.000000','2026-04-23 09:30:00.000000','open','',0,NULL,NULL,0,NULL,'2026-04-09 07:00:00.000000',NULL,2);
INSERT INTO "step" VALUES(23,'F2/8ccbf0247c4c4d909b4fbed9439dee6d','F2',NULL,2,'Follow up once more, the last time','One last calm question; after it, the next move is theirs.','write','M5','roll','2026-04-16 07:00:00.000000','2026-04-16 07:00:00.000000','2026-04-16 09:30:00.000000','2026-04-30 09:30:00.000000','open','',0,NULL,NULL,0,NULL,'2026-04-16 07:00:00.000000',NULL,2);
INSERT INTO "step" VALUES(24,'Q1/8ccbf0247c4c4d909b4fbed9439dee6d','Q1',NULL,2,'Let it rest','No news for a long while. A late reply opens it again.','open',NULL,'none','2026-05-14 09:30:00.000000','2026-05-14 09:30:00.000000','2026-05-14 09:30:00.000000',NULL,'open','',0,NULL,NULL,0,NULL,'2026-05-14 09:30:00.000000',NULL,2);
INSERT INTO "step" VALUES(25,'Q1/d3197e4a8f0440e788fbcf789aa5f3e3','Q1',NULL,3,'Let it rest','No news for a long while. A late reply opens it again.','open',NULL,'none','2026-03-16 10:30:00.000000','2026-03-16 10:30:00.000000','2026-03-16 10:30:00.000000',NULL,'done','',0,NULL,'2026-03-16 10:30:00.000000',0,NULL,NULL,NULL,3);
INSERT INTO "step" VALUES(26,'G1/d8b6beebfde74433bf635fd4c6c822b8','G1',NULL,NULL,'Ask your referees for permission','Before anything else: may you name them, and on what terms?','write',NULL,'self','2026-03-27 15:00:00.000000','2026-03-27 15:00:00.000000','2026-03-28 15:00:00.000000','2026-04-27 14:00:00.000000','open','',0,NULL,NULL,0,NULL,NULL,'2026-03-27 15:00:00.000000',1);
INSERT INTO "step" VALUES(27,'G2/d8b6beebfde74433bf635fd4c6c822b8','G2',NULL,NULL,'Tell your referees','They should hear about Halvorsen Maritime before your list goes out.','write','M8','hard','2026-03-27 15:00:00.000000','2026-03-27 15:00:00.000000','2026-03-31 21:59:59.000000','2026-04-30 21:59:59.000000','open','',0,NULL,NULL,0,NULL,'2026-03-31 21:59:59.000000','2026-03-27 15:00:00.000000',1);
INSERT INTO "step" VALUES(28,'G3/d8b6beebfde74433bf635fd4c6c822b8','G3',NULL,NULL,'Send the reference list','You promised it by 2 April.','write','M7','hard','2026-03-27 15:00:00.000000','2026-03-31 21:59:59.000000','2026-04-02 21:59:59.000000','2026-05-02 21:59:59.000000','open','First: Tell your referees.',0,NULL,NULL,0,NULL,'2026-04-01 06:00:00.000000',NULL,1);
INSERT INTO "step" VALUES(29,'F3/9682aa147ced4009b8a99d4311c74a10/20260327T150000','F3',NULL,1,'Ask when they will decide','The day they named, 10 April, has passed.','write','M6','roll','2026-04-14 07:00:00.000000','2026-04-14 07:00:00.000000','2026-04-14 07:00:00.000000','2026-04-28 07:00:00.000000','open','',0,NULL,NULL,0,NULL,'2026-04-14 07:00:00.000000',NULL,1);
INSERT INTO "step" VALUES(30,'X1/20260327T150000','X1',NULL,NULL,'Answer with grace','They said no on 27 March. A kind reply keeps the door open.','write','M10','roll','2026-03-30 07:00:00.000000','2026-03-30 07:00:00.000000','2026-03-30 14:00:00.000000','2026-04-13 14:00:00.000000','open','',0,NULL,NULL,0,NULL,'2026-03-30 07:00:00.000000',NULL,3);
INSERT INTO "step" VALUES(31,'X2/20260327T150000/ad65b1305e1e4698b801d9cbae66ab2b','X2',3,NULL,'Invite شيرين 🌟 on LinkedIn','The process is closed; now it is a friendly gesture. Moved on: Good Friday is a holiday there.','link','M11','roll','2026-03-30 14:00:00.000000','2026-03-30 14:00:00.000000','2026-04-07 14:00:00.000000','2026-05-07 14:00:00.000000','open','',0,NULL,NULL,0,NULL,'2026-03-30 14:00:00.000000',NULL,3);
INSERT INTO "step" VALUES(32,'X3/20260327T150000/1','X3',NULL,NULL,'Keep in touch with مؤسسة النور','Only with a reason: news, an article, a congratulation, a vacancy.','write','M12','roll','2026-04-27 07:00:00.000000','2026-04-27 07:00:00.000000','2026-04-27 14:00:00.000000','2026-05-27 14:00:00.000000','open','',0,NULL,NULL,0,NULL,'2026-04-27 07:00:00.000000',NULL,3);
INSERT INTO "step" VALUES(33,'N4/2026-03-30','N4',NULL,NULL,'Set this week''s targets','The hunt goes on until one offer is signed.','open',NULL,'self','2026-03-29 22:00:00.000000','2026-03-30 07:00:00.000000','2026-03-30 21:59:59.000000','2026-04-05 21:59:59.000000','open','',0,NULL,NULL,0,NULL,'2026-03-30 07:00:00.000000',NULL,NULL);
CREATE TABLE story (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	uid VARCHAR(64) NOT NULL, 
	title VARCHAR NOT NULL, 
	situation VARCHAR NOT NULL, 
	task VARCHAR NOT NULL, 
	action VARCHAR NOT NULL, 
	result VARCHAR NOT NULL, 
	tags JSON NOT NULL, 
	seconds INTEGER, 
	made_at DATETIME NOT NULL, 
	edited_at DATETIME NOT NULL, 
	CONSTRAINT uq_story_uid UNIQUE (uid)
);
INSERT INTO "story" VALUES(1,'22222222222222222222222222222222','The late crane','A crane came late','Keep the berth','I rang round','No ship waited','["planning"]',92,'2026-03-28 09:00:00.000000','2026-03-28 09:00:00.000000');
CREATE TABLE story_telling (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	story_id INTEGER NOT NULL, 
	interview_id INTEGER NOT NULL, 
	person_id INTEGER, 
	at DATETIME NOT NULL, 
	CONSTRAINT fk_story_telling_story_id_story FOREIGN KEY(story_id) REFERENCES story (id) ON DELETE CASCADE, 
	CONSTRAINT fk_story_telling_interview_id_interview FOREIGN KEY(interview_id) REFERENCES interview (id) ON DELETE CASCADE, 
	CONSTRAINT fk_story_telling_person_id_person FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
);
INSERT INTO "story_telling" VALUES(1,1,1,1,'2026-03-28 09:00:00.000000');
CREATE TABLE strength (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	application_id INTEGER NOT NULL, 
	text VARCHAR NOT NULL, 
	CONSTRAINT fk_strength_application_id_application FOREIGN KEY(application_id) REFERENCES application (id) ON DELETE CASCADE
);
INSERT INTO "strength" VALUES(1,1,'ten years at sea');
CREATE TABLE topic (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	application_id INTEGER NOT NULL, 
	text VARCHAR NOT NULL, 
	CONSTRAINT fk_topic_application_id_application FOREIGN KEY(application_id) REFERENCES application (id) ON DELETE CASCADE
);
INSERT INTO "topic" VALUES(1,1,'the new dry dock');
CREATE INDEX ix_person_application_id ON person (application_id);
CREATE INDEX ix_interview_application_id ON interview (application_id);
CREATE INDEX ix_interview_calendar_uid ON interview (calendar_uid);
CREATE INDEX ix_interview_start ON interview (start);
CREATE INDEX ix_interview_person_person_id ON interview_person (person_id);
CREATE INDEX ix_event_application_id_at ON event (application_id, at);
CREATE INDEX ix_event_person_person_id ON event_person (person_id);
CREATE INDEX ix_step_person_id ON step (person_id);
CREATE INDEX ix_step_interview_id ON step (interview_id);
CREATE INDEX ix_step_remind_at ON step (remind_at) WHERE remind_at IS NOT NULL;
CREATE INDEX ix_step_reminded_at ON step (reminded_at) WHERE reminded_at IS NOT NULL;
CREATE INDEX ix_step_closed_at ON step (closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX ix_step_open_best ON step (best) WHERE state = 'open';
CREATE INDEX ix_step_open_expires ON step (expires) WHERE state = 'open';
CREATE VIEW agenda AS
SELECT
    step.id AS id,
    step.application_id AS application_id,
    coalesce(application.company, '') AS company,
    coalesce(application.role, '') AS role,
    coalesce(application.zone, 'UTC') AS zone,
    coalesce(person.name, '') AS person,
    step.rule AS rule,
    step.title AS title,
    step.why AS why,
    step.action AS action,
    step.message AS message,
    step.clock AS clock,
    step.opens AS opens,
    step.best AS best,
    coalesce(step.snoozed_until, step.best) AS show_at,
    step.due AS due,
    step.expires AS expires,
    step.snoozed_until AS snoozed_until,
    step.state AS state,
    step.reason AS reason,
    step.closed_at AS closed_at,
    step.remind_at AS remind_at,
    step.reminded_at AS reminded_at,
    interview.start AS interview_start,
    interview.travel_minutes AS travel_minutes
FROM step
LEFT JOIN application ON application.id = step.application_id
LEFT JOIN person ON person.id = step.person_id
LEFT JOIN interview ON interview.id = step.interview_id;
CREATE INDEX ix_message_application_id ON message (application_id);
CREATE INDEX ix_message_open ON message (state) WHERE state IN ('writing', 'handed over');
CREATE INDEX ix_recipient_person_id ON recipient (person_id);
CREATE INDEX ix_message_version_message_id ON message_version (message_id);
CREATE INDEX ix_outbox_item_message_id ON outbox_item (message_id);
CREATE INDEX ix_outbox_item_unsettled ON outbox_item (state) WHERE state <> 'sent';
CREATE INDEX ix_received_application_id ON received (application_id);
CREATE INDEX ix_override_message_id ON override (message_id);
CREATE INDEX ix_news_application_id ON news (application_id);
CREATE INDEX ix_topic_application_id ON topic (application_id);
CREATE INDEX ix_strength_application_id ON strength (application_id);
CREATE INDEX ix_reflection_application_id ON reflection (application_id);
CREATE INDEX ix_reflection_answer_reflection_id ON reflection_answer (reflection_id);
CREATE INDEX ix_friends_view_reflection_id ON friends_view (reflection_id);
CREATE INDEX ix_company_fact_application_id ON company_fact (application_id);
CREATE INDEX ix_story_telling_interview_id ON story_telling (interview_id);
CREATE INDEX ix_story_telling_person_id ON story_telling (person_id);
CREATE INDEX ix_story_telling_story_id ON story_telling (story_id);
CREATE INDEX ix_own_question_application_id ON own_question (application_id);
CREATE INDEX ix_own_question_asked_interview_id ON own_question (asked_interview_id);
CREATE INDEX ix_evidence_application_id ON evidence (application_id);
CREATE INDEX ix_evidence_story_id ON evidence (story_id);
CREATE INDEX ix_said_application_id ON said (application_id);
CREATE INDEX ix_said_interview_id ON said (interview_id);
CREATE INDEX ix_said_person_id ON said (person_id);
CREATE INDEX ix_feed_entry_news_id ON feed_entry (news_id);
CREATE INDEX ix_company_link_application_id ON company_link (application_id);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('application',3);
INSERT INTO "sqlite_sequence" VALUES('interview',3);
INSERT INTO "sqlite_sequence" VALUES('event',5);
INSERT INTO "sqlite_sequence" VALUES('person',3);
INSERT INTO "sqlite_sequence" VALUES('step',33);
INSERT INTO "sqlite_sequence" VALUES('message',3);
INSERT INTO "sqlite_sequence" VALUES('message_version',1);
INSERT INTO "sqlite_sequence" VALUES('news',1);
INSERT INTO "sqlite_sequence" VALUES('topic',1);
INSERT INTO "sqlite_sequence" VALUES('strength',1);
INSERT INTO "sqlite_sequence" VALUES('received',1);
INSERT INTO "sqlite_sequence" VALUES('override',1);
INSERT INTO "sqlite_sequence" VALUES('outbox_item',1);
INSERT INTO "sqlite_sequence" VALUES('reflection',1);
INSERT INTO "sqlite_sequence" VALUES('reflection_answer',3);
INSERT INTO "sqlite_sequence" VALUES('friends_view',1);
INSERT INTO "sqlite_sequence" VALUES('conclusion',1);
INSERT INTO "sqlite_sequence" VALUES('company_fact',1);
INSERT INTO "sqlite_sequence" VALUES('story',1);
INSERT INTO "sqlite_sequence" VALUES('story_telling',1);
INSERT INTO "sqlite_sequence" VALUES('own_question',1);
INSERT INTO "sqlite_sequence" VALUES('preparation_tick',1);
INSERT INTO "sqlite_sequence" VALUES('evidence',1);
INSERT INTO "sqlite_sequence" VALUES('said',1);
INSERT INTO "sqlite_sequence" VALUES('feed',1);
INSERT INTO "sqlite_sequence" VALUES('feed_entry',1);
INSERT INTO "sqlite_sequence" VALUES('company_link',1);
COMMIT;
