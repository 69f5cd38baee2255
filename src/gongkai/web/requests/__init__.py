"""依申请公开: from an application to an archived answer.

The law says what may happen (`gongkai.law.request`); acts write it down.
"""
